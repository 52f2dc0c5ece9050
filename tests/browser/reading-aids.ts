import { expect, type Page } from '@playwright/test'
import { status } from '../fake-provider/behaviours.ts'
import type { Provider } from '../fake-provider/provider.ts'
import { test } from './board.ts'
import { lostText } from './lost-text.ts'
import { expectState, NEXT_CHECK_MS, openDetail, row } from './page-parts.ts'
import { rental } from './rentals.ts'

/** A Full-HD screen in two, and a phone: pixels at 100 %. */
const widths = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

const names: Readonly<Record<string, string>> = {
  ready:
    'Réouverture du magasin de Saint-Quentin-en-Yvelines, clientes de 31 à 49 ans, relance de novembre 2026 et du printemps',
  generating: 'Soldes d’été Lille',
  unknown: 'Anticonstitutionnellement-désinstitutionnalisation-Villeneuve-d’Ascq',
  failed: 'Inscriptions salle de sport, Rouen rive gauche et Le Petit-Quevilly',
  downloaded: 'Noël',
  lost: 'Pneus hiver',
  'not-found': 'Portes ouvertes du lycée Jean-Baptiste-Corot de Savigny-sur-Orge',
}

const states = {
  ready: 2,
  generating: 1,
  unknown: 'En attente de validation par le service commercial',
  failed: 3,
  downloaded: 5,
}

export function setRentals(provider: Provider) {
  for (const [token, code] of Object.entries(states)) {
    const reply = rental(token, code)
    const codes = token === 'ready' ? ['60200', '78180', '97233', '59650'] : ['60200']
    const places = codes.map(Location => ({
      Type: 'cp',
      Location,
      VolumeDesired: '300000',
      Volume: token === 'generating' ? '120' : '1234567',
    }))
    provider.set(token, {
      ...reply,
      location: {
        ...reply.location,
        subInterest: '35',
        details_localisation: places,
        cost: { quantity: 1_200_000, total: '108000.000', cost_unity: '0.090' },
      },
      file: { phoneNumbers: '1200000' },
    })
  }
  provider.behave(status(500), { token: 'lost' })
}

/** As it is after each was followed and named. */
export async function openList(page: Page, address: string) {
  await page.goto(address)
  await page.evaluate(list => {
    for (const [place, [token, name]] of list.entries()) {
      const tags = place < 2 ? ['Hauts-de-France et Normandie', 'automne'] : []
      const kept = { v: 1, token, name, tags, addedAt: Date.now(), place }
      localStorage.setItem(`rental-board:v1:token:${token}`, JSON.stringify(kept))
    }
  }, Object.entries(names))
  await page.reload()
  for (const token of Object.keys(states)) await row(page, token).waitFor()
  await expectState(page, 'not-found', 'not-found')
  await expect(row(page, 'downloaded')).toContainText('60200 Compiègne', { timeout: NEXT_CHECK_MS })
}

/** What a reader asks of the browser. */
type Aid = {
  readonly name: string
  /** As a factor. */
  readonly zoom?: number
  /** A style sheet of the reader's own. */
  readonly style?: string
  /** The least size of any letter. */
  readonly fontPx?: number
}

/** Looks for lost text in every view, on a desktop and on a phone. */
export function testReadingAid({ name, zoom = 1, style, fontPx }: Aid) {
  for (const [width, size] of Object.entries(widths))
    test.describe(`with ${name} on a ${width}`, () => {
      const viewport = { width: size.width / zoom, height: size.height / zoom }
      test.use({ viewport, deviceScaleFactor: zoom, expectedConsole: [/^Failed to load resource/] })

      test('no character of a status, a number or a name is lost', async ({ page, provider, boardUrl }) => {
        test.slow()
        if (style !== undefined) await page.addInitScript(addStyle, style)
        setRentals(provider)
        await openList(page, boardUrl)
        await expectAid(page, { fontPx, style, zoom })

        await test.step('on the board', () => expectAllSeen(page))
        await test.step('in the detail', async () => {
          await openDetail(page, 'ready')
          await expectAllSeen(page)
        })
        for (const view of ['#/costs', '#/map'])
          await test.step(`in the view ${view}`, async () => {
            await page.evaluate(hash => location.assign(hash), view)
            await expect(page.getByRole('main')).toContainText(/60(200)? /)
            await expectAllSeen(page)
          })
        await test.step('on the wall', async () => {
          await openWall(page)
          await expectAllSeen(page)
        })
      })
    })
}

/** At once, or when what moves has come to rest. */
async function expectAllSeen(page: Page) {
  await expect
    .configure({ soft: true })
    .poll(() => lostText(page))
    .toEqual([])
}

/** The policy of the page forbids a style of its own to a script, not to the user. */
export function addStyle(text: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets = [sheet]
}

/** Else the test would say nothing. */
async function expectAid(page: Page, { fontPx, style, zoom }: Omit<Aid, 'name'>) {
  const found = await page.evaluate(() => {
    const badge = document.querySelector('[data-token] [role=cell] span span')
    const { fontSize = '', letterSpacing = '' } = badge ? getComputedStyle(badge) : {}
    return { fontPx: Number.parseFloat(fontSize), letterSpacing, zoom: devicePixelRatio }
  })
  expect(found.zoom).toBe(zoom)
  if (fontPx !== undefined) expect(found.fontPx).toBe(fontPx)
  else expect(found.fontPx).toBeLessThan(16)
  if (style !== undefined) expect(Number.parseFloat(found.letterSpacing)).toBeGreaterThan(1)
  else expect(found.letterSpacing).toBe('normal')
}

/** By its button where there is one; a phone has none. */
export async function openWall(page: Page) {
  await page.evaluate(() => location.assign('#/'))
  const button = page.getByRole('button', { name: 'Écran mural' })
  if (await button.isVisible()) await button.click()
  else await page.evaluate(() => location.assign('/?view=wall'))
  await page.locator('main [data-token]').first().waitFor()
}
