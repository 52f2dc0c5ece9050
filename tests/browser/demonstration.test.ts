import { expect, type Page } from '@playwright/test'
import { demoRentals } from '../../src/demo/demo-rentals.ts'
import { test } from './board.ts'
import { expectState, rows } from './page-parts.ts'
import { rental } from './rentals.ts'

const simulated = 'Ces locations sont simulées'

test('a server without a key opens the demonstration, which says so and keeps nothing', async ({
  page,
  provider,
  openKeylessBoard,
}) => {
  await openKeylessBoard(page)
  await expect(page.getByText(simulated)).toBeVisible()
  await expect(rows(page)).toHaveCount(demoRentals.length)
  expect(provider.calls).toEqual([])
  expect(await stored(page)).toEqual([])
})

test('plays the life of its rentals', async ({ page, openBoard }) => {
  await page.clock.install()
  await openBoard(page, { at: '?demo' })
  await expect(rows(page)).toHaveCount(demoRentals.length)
  const requested = page.locator('[data-status=requested]')
  const before = await requested.count()
  expect(before).toBeGreaterThan(0)
  for (let minute = 0; minute < 4; minute += 1) await page.clock.runFor(60_000)
  await expect.poll(() => requested.count()).toBeLessThan(before)
})

test('?demo forces it on a server with a key, and leaves the user’s own rentals alone', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('mienne', rental('mienne', 5))
  await openBoard(page, { tokens: ['mienne'] })
  await expectState(page, 'mienne', 'downloaded')
  const own = await stored(page)
  provider.calls.length = 0

  await openBoard(page, { at: '?demo' })
  await expect(page.getByText(simulated)).toBeVisible()
  await expect(rows(page)).toHaveCount(demoRentals.length)
  expect(await stored(page)).toEqual(own)
  expect(provider.calls).toEqual([])

  await page.getByRole('button', { name: 'Quitter la démonstration' }).click()
  await expectState(page, 'mienne', 'downloaded')
  await expect(rows(page)).toHaveCount(1)
})

/** Whatever the browser keeps for the board, by key. */
function stored(page: Page) {
  return page.evaluate(() => Object.entries({ ...localStorage, ...sessionStorage }).sort())
}
