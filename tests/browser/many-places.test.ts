import { expect, type Page } from '@playwright/test'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { readPlaces } from '../../src/server/places.ts'
import { median } from '../bench/median.ts'
import { status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { longestTask, watchTasks } from './long-tasks.ts'
import { expectState, follow, openDetail, row } from './page-parts.ts'
import { plainTableTime } from './plain-table.ts'
import { rental } from './rentals.ts'

const TOKEN = 'toute-la-france'
const TIMES = 5

/** Nearly every postcode of France. */
const postcodes = [...new Set(Object.values(readPlaces().files).flatMap(Object.keys))].slice(0, 6_300)

const plainCells = postcodes.map(code => [`${code} Commune`, '10', '20'])

/** A rental in all of them, each with `available` contacts. */
function everywhere(available: number): StatusReply {
  const lines = postcodes.map(Location => {
    return { Type: 'cp', Location, VolumeDesired: '10', Volume: String(available) }
  })
  const { location, ...rest } = rental(TOKEN, 1)
  return { ...rest, location: { ...location, zipcode: '', details_localisation: lines } }
}

/** The median of five has to be below `share` of what a plain table of all places takes, measured by turns. */
async function expectShare(page: Page, what: string, share: number, measure: () => Promise<number>) {
  await expect(async () => {
    const found: number[] = []
    const plain: number[] = []
    for (let time = 0; time < TIMES; time++) {
      found.push(Math.round(await measure()))
      plain.push(Math.round(await plainTableTime(page, plainCells)))
    }
    process.stdout.write(`${what} ${found.join(', ')} ms, a plain table ${plain.join(', ')} ms\n`)
    expect(median(found)).toBeLessThan(share * median(plain))
  }).toPass({ timeout: 40_000 })
}

const detail = (page: Page) => page.getByRole('complementary', { name: 'Détail de la location' })
const places = (page: Page) => detail(page).getByRole('table').first()

/** Milliseconds from the press to the picture of the detail. */
async function openingTime(page: Page): Promise<number> {
  return page.evaluate(
    token =>
      new Promise<number>(resolve => {
        const began = performance.now()
        new MutationObserver((_, observer) => {
          if (document.querySelectorAll('aside tbody th').length < 10) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
        }).observe(document.body, { childList: true, subtree: true })
        document.querySelector<HTMLElement>(`[data-token="${token}"] a`)?.click()
      }),
    TOKEN,
  )
}

test.beforeEach(async ({ page, provider, openBoard }) => {
  provider.set(TOKEN, everywhere(20))
  await watchTasks(page)
  await openBoard(page, { tokens: [TOKEN] })
  await expectState(page, TOKEN, 'generating')
})

test('the detail of 6,300 places opens sooner than a plain table of them, and so does a reply show', async ({
  page,
  provider,
}) => {
  // A slow machine takes seconds for each plain table.
  test.slow()
  await openDetail(page, TOKEN)
  await expect(places(page)).toContainText('Troyes')
  let available = 20

  async function opens() {
    await page.keyboard.press('Escape')
    await expect(detail(page)).toBeHidden()
    await page.waitForTimeout(300)
    return openingTime(page)
  }

  /** The longest task, in milliseconds, while a reply comes that changes every place. */
  async function takesReply() {
    available += 1
    provider.set(TOKEN, everywhere(available))
    await longestTask(page)
    await page.getByRole('button', { name: 'Vérifier maintenant' }).click()
    const total = new Intl.NumberFormat('fr').format(available * postcodes.length)
    await expect(places(page).getByRole('row').last()).toContainText(total)
    return longestTask(page)
  }

  // On a machine that does nothing else: under 100 ms, and no task of 50.
  await expectShare(page, 'opens in', 1, opens)
  await expectShare(page, 'longest task of a reply', 0.5, takesReply)
})

test('only the places in view are drawn, and the keyboard and a scroll reach the last', async ({ page }) => {
  await openDetail(page, TOKEN)
  await expect(places(page)).toHaveAttribute('aria-rowcount', '6302')
  const drawn = places(page).getByRole('rowheader')
  expect(await drawn.count()).toBeLessThan(200)
  const last = places(page).locator('[aria-rowindex="6301"]')
  await expect(last).toHaveCount(0)

  await page.keyboard.press('End')
  await expect(last).toHaveCount(1)
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport()
  await expect(last).toContainText(postcodes.at(-1) ?? '')
  await expect(places(page).locator('[aria-rowindex="2"]')).toHaveCount(0)
  expect(await drawn.count()).toBeLessThan(300)

  await detail(page).focus()
  await page.keyboard.press('Home')
  await expect(places(page).locator('[aria-rowindex="2"]')).toHaveCount(1)
  await detail(page).hover()
  await page.mouse.wheel(0, 30_000)
  await expect(places(page).locator('[aria-rowindex="2"]')).toHaveCount(0)
  await expect(last).toHaveCount(0)
  expect(await drawn.count()).toBeGreaterThan(10)
  await page.mouse.wheel(0, 1_000_000)
  await expect(last).toBeInViewport()
})

test('a place that was unfolded stays so while it is out of view', async ({ page }) => {
  await openDetail(page, TOKEN)
  const folded = places(page).locator('details').first()
  await folded.locator('summary').click()
  await detail(page).focus()
  await page.keyboard.press('End')
  await expect(places(page).locator('[aria-rowindex="6301"]')).toHaveCount(1)
  await expect(folded).toHaveAttribute('open')
})

test('the paper says how many they are', async ({ page }) => {
  await openDetail(page, TOKEN)
  await page.emulateMedia({ media: 'print' })
  await expect(detail(page)).toBeHidden()
  await expect(row(page, TOKEN)).toContainText(/6\s300 codes postaux/)
})

test('a reply of 15,000 places is read, one of 70,000 refused in words, and the page answers', async ({
  page,
  provider,
}) => {
  const answer = (count: number) => {
    const details_localisation = Array.from({ length: count }, () => ({ Volume: 1 }))
    return JSON.stringify({ success: true, token: 'x', status: 1, location: { details_localisation } })
  }
  const json = { 'content-type': 'application/json' }
  provider.set('large', status(200, json, answer(15_000)))
  provider.set('too-large', status(200, json, answer(70_000)))
  await longestTask(page)
  await follow(page, ['large', 'too-large'])
  await expectState(page, 'large', 'generating')
  await expect(row(page, 'too-large')).toContainText('plus de 1 Mo ou de 20 000 lieux')
  process.stdout.write(`longest task of 15,000 and 70,000 places ${Math.round(await longestTask(page))} ms\n`)
  await openDetail(page, 'large')
  await expect(places(page)).toHaveAttribute('aria-rowcount', '15002')
})
