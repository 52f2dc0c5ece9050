import { type CDPSession, expect, type Page } from '@playwright/test'
import { PAGE_MS } from '../../src/features/wall/wall-columns.tsx'
import { serialize, storageKey } from '../../src/rentals/tracked-rental.ts'
import { html502 } from '../fake-provider/behaviours.ts'
import { test as base } from './board.ts'
import { expectState, row, rows } from './page-parts.ts'
import { rental } from './rentals.ts'
import { unreadable } from './unreadable.ts'

const WORDS = 'Relance printemps auprès des abonnés de la région Auvergne-Rhône-Alpes, 2e vague, gygy'

/** Short, long, and of letters wide, narrow, high and deep. */
const names = [
  ...[10, 27, 28, 33, 34, 80].map(length => WORDS.slice(0, length)),
  'WWWW',
  'W'.repeat(27),
  'W'.repeat(120),
  'RELANCE NOËL MARSEILLE 2024',
  'Îlot & gâteaux, jpgqy ÅÇ',
  'l'.repeat(33),
]

const statuses = [2, 1, 3, 2, 1, 'En attente de validation par le service des fichiers']
const postcodes = Array.from({ length: 40 }, (_, at) => String(59_000 + 10 * at))

/** A board whose rentals fill the wall, four in each lane: some with many places and enormous costs, one stale. */
const test = base.extend<{ fullBoard: undefined; devtools: CDPSession }>({
  fullBoard: [
    async ({ page, provider, openBoard }, use) => {
      const followed = names.map((name, place) => ({
        token: `rental-${place}`,
        name,
        tags: [],
        addedAt: 1,
        place,
      }))
      for (const [at, { token }] of followed.entries()) {
        const reply = rental(token, statuses[at % statuses.length] ?? 0)
        const Volume = at % 3 === 2 ? 10 : 900
        const places = postcodes.map(Location => ({ Type: 'cp', Location, VolumeDesired: 900, Volume }))
        const total = at < 4 ? '98765432109.123456' : `${at * 4_321}.90`
        provider.set(token, {
          ...reply,
          location: {
            ...reply.location,
            ...(at % 2 === 0 && { zipcode: postcodes.join(), details_localisation: places }),
            cost: { quantity: 900, total, cost_unity: '0.09' },
          },
        })
      }
      await page.addInitScript(
        entries => {
          for (const [key, kept] of entries) localStorage.setItem(key, kept)
        },
        followed.map(own => [storageKey(own.token), serialize(own)] as const),
      )
      await page.clock.install()
      await openBoard(page)
      await expectState(page, 'rental-1', 'generating')
      await expect(page.locator('[role=row][data-status=pending]')).toHaveCount(0)
      provider.behave(html502, { token: 'rental-1' })
      await page.clock.fastForward(15_000)
      await expect(rows(page).and(page.locator('[data-stale]'))).toHaveCount(1)
      await use(undefined)
    },
    { auto: true },
  ],
  devtools: async ({ page }, use) => use(await page.context().newCDPSession(page)),
})

// Every test looks at many sizes of the page.
test.slow()

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  expectedConsole: [/^Failed to load resource: .* 502/],
})

function cards(page: Page) {
  return page.getByRole('main').getByRole('listitem')
}

function tokens(page: Page) {
  return cards(page).evaluateAll(all => all.map(card => card.getAttribute('data-token')))
}

async function enter(page: Page) {
  await page.getByRole('button', { name: 'Écran mural' }).click()
  await expect(cards(page).first()).toBeVisible()
}

async function leave(page: Page) {
  await page.keyboard.press('Escape')
  await expect(rows(page).first()).toBeVisible()
}

async function resize(page: Page, [width, height]: readonly [number, number]) {
  await page.setViewportSize({ width, height })
}

async function expectReadable(page: Page, when: unknown) {
  await expect.poll(() => unreadable(page), String(when)).toEqual([])
}

/** Of rows that say no more than fits on two lines; the others grow. */
async function expectRowHeight(page: Page, pixels: number) {
  for (const token of ['rental-6', 'rental-10'])
    await expect
      .poll(() => row(page, token).evaluate(found => found.getBoundingClientRect().height))
      .toBe(pixels)
}

/** Each test opens a board of its own and waits for all its checks. */
test.describe.configure({ timeout: 120_000 })

const screens = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const

test('the wall can be read when the button opens it, and the board after it', async ({ page }) => {
  for (const size of screens) {
    await resize(page, size)
    await enter(page)
    await expectReadable(page, size)
    const shown = await tokens(page)
    // But for enormous amounts: a short name or a long one, a card says since when.
    for (const token of shown.filter(token => !/^rental-[0-3]$/.test(token ?? '')))
      await expect(page.locator(`main [data-token="${token}"]`)).toContainText(/avant \d|«/)
    // One column has a rental whose status is a sentence: it makes room for it, and turns the page.
    expect(shown.length, String(size)).toBeGreaterThanOrEqual(names.length - 1)
    await page.clock.fastForward(PAGE_MS)
    await expect.poll(async () => new Set([...shown, ...(await tokens(page))]).size).toBe(names.length)
    await expectReadable(page, size)
    await leave(page)
    await expectRowHeight(page, 72)
  }
})

test('the wall can be read while its window grows and shrinks', async ({ page }) => {
  await resize(page, [1280, 720])
  await enter(page)
  for (const size of [
    ...screens,
    ...screens.toReversed(),
    [1080, 1920],
    [3840, 1080],
    [1100, 240],
    [1000, 700],
    [390, 844],
    [844, 390],
    [320, 480],
    [1280, 720],
  ] as const) {
    await resize(page, size)
    await expectReadable(page, size)
  }
})

test('the wall can be read at every zoom', async ({ page, devtools }) => {
  await resize(page, [1920, 1080])
  await enter(page)
  for (const zoom of [0.25, 0.5, 0.8, 1.1, 1.5, 2, 3, 5, 1]) {
    // To the page, a zoom is a smaller window of larger pixels.
    const [width, height] = [Math.round(1920 / zoom), Math.round(1080 / zoom)]
    const metrics = { width, height, deviceScaleFactor: zoom, mobile: false }
    await devtools.send('Emulation.setDeviceMetricsOverride', metrics)
    await expectReadable(page, zoom)
  }
})

test('the wall and the board can be read with every font size', async ({ page, devtools }) => {
  await resize(page, [1920, 1080])
  const setFont = (standard: number) => devtools.send('Page.setFontSizes', { fontSizes: { standard } })
  await expectRowHeight(page, 72)
  await setFont(24)
  await expectRowHeight(page, 24 * 4.5)
  await enter(page)
  for (const size of [9, 20, 32]) {
    await setFont(size)
    await expectReadable(page, `${size} px in the settings`)
  }
  for (const size of ['12px', '30px', '48px', '']) {
    await page.evaluate(size => Object.assign(document.documentElement.style, { fontSize: size }), size)
    await expectReadable(page, size)
  }
  await setFont(20)
  await leave(page)
  await expectRowHeight(page, 20 * 4.5)
})
