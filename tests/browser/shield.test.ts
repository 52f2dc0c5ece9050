import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { expectState, fact, openDetail, row } from './page-parts.ts'
import { rental } from './rentals.ts'

/** As delivered. These are about nginx alone: `npm start` keeps no reply for another viewer. */
test.use({ cacheSeconds: 5 })

/** Milliseconds in which an age must come that no fresh reply ever has. */
const TIMEOUT_MS = 60_000

test('a provider that goes away leaves every viewer its last reply, marked as old, under its true age', async ({
  page,
  browser,
  provider,
  openBoard,
}) => {
  test.setTimeout(3 * TIMEOUT_MS)
  provider.set('une', rental('une', 1))
  await openBoard(page, { tokens: ['une'] })
  await expectState(page, 'une', 'generating')
  await provider.kill()
  const saidAt = provider.calls.at(-1)?.at ?? Number.NaN

  await expect(row(page, 'une')).toHaveAttribute('data-stale', 'true', { timeout: TIMEOUT_MS })
  await expect(row(page, 'une')).toContainText(/données d’il y a \d+\ss/)
  await openDetail(page, 'une')
  // Every check that was taken for fresh would set it back to nought, every ten seconds.
  await expect.poll(() => shownAge(page), { timeout: TIMEOUT_MS }).toBeGreaterThanOrEqual(20)
  await expectTrueAge(page, saidAt)
  await expectState(page, 'une', 'generating')
  await expect(page.getByRole('complementary')).toContainText('SMS Partner est injoignable')

  const context = await browser.newContext({ locale: 'fr-FR' })
  const late = await context.newPage()
  await openBoard(late, { tokens: ['une'] })
  await expectState(late, 'une', 'generating')
  await expect(row(late, 'une')).toHaveAttribute('data-stale', 'true')
  await openDetail(late, 'une')
  await expectTrueAge(late, saidAt)

  provider.set('une', rental('une', 2))
  await provider.restart()
  for (const viewer of [page, late]) {
    await expectState(viewer, 'une', 'ready')
    await expect(row(viewer, 'une')).not.toHaveAttribute('data-stale')
    await expect(viewer.getByRole('complementary')).not.toContainText('SMS Partner est injoignable')
  }
  await context.close()
})

test('a second viewer is shown what the first has asked for, as old as it is', async ({
  page,
  browser,
  provider,
  openBoard,
}) => {
  provider.set('une', rental('une', 5))
  await openBoard(page, { tokens: ['une'] })
  await expectState(page, 'une', 'downloaded')
  const context = await browser.newContext({ locale: 'fr-FR' })
  const other = await context.newPage()
  await openBoard(other, { tokens: ['une'] })
  await expectState(other, 'une', 'downloaded')
  await openDetail(other, 'une')
  await expectTrueAge(other, provider.calls.at(-1)?.at ?? Number.NaN)
  await expect(row(other, 'une')).not.toHaveAttribute('data-stale')
  await context.close()
})

/** Seconds since the last reply, as the open detail says; within a second it says no number. */
async function shownAge(page: Page): Promise<number> {
  const text = (await fact(page, 'Dernière réponse').textContent()) ?? ''
  const [, number = '0', unit] = /(\d+)\s(s|min)/.exec(text) ?? []
  return Number(number) * (unit === 'min' ? 60 : 1)
}

/** Expects that the detail agrees with the clock: whole seconds of `Age`, and one for the page to draw it. */
async function expectTrueAge(page: Page, saidAt: number) {
  const error = async () => Math.abs((await shownAge(page)) - (Date.now() - saidAt) / 1_000)
  await expect.poll(error).toBeLessThan(3)
}
