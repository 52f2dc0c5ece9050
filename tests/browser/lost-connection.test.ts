import { expect } from '@playwright/test'
import { test } from './board.ts'
import { expectState, list, row } from './page-parts.ts'
import { recordChecks } from './recorder.ts'
import { rental, tokens } from './rentals.ts'
import { expectWithinBudget, mostAtOnce } from './traffic.ts'

test.use({ expectedConsole: [/^Failed to load resource/] })

/** Milliseconds in which the banner must come, and go. */
const NOTICED_WITHIN_MS = 30_000
const RECOVERED_WITHIN_MS = 15_000

test('a provider that dies and comes back: said within 30 s, over within 15 s, nothing lost', async ({
  page,
  provider,
  openBoard,
}) => {
  const sent = await recordChecks(page)
  const active = tokens(10)
  for (const token of active) provider.set(token, rental(token, 1))
  provider.set('finie', rental('finie', 5))
  await openBoard(page, { tokens: [...active, 'finie'] })
  for (const token of active) await expectState(page, token, 'generating')
  await expectState(page, 'finie', 'downloaded')
  const lost = page.getByRole('alert').filter({ hasText: 'Connexion perdue' })

  await provider.kill()
  await expect(lost).toBeVisible({ timeout: NOTICED_WITHIN_MS })
  const before = (await sent()).length
  await expect
    .poll(async () => (await sent()).length, { timeout: NOTICED_WITHIN_MS })
    .toBeGreaterThanOrEqual(before + 3)
  const probes = (await sent()).slice(before)
  for (const gap of gaps(probes)) expect(gap, 'one single probe at a time').toBeGreaterThan(3_500)
  for (const token of active) await expectState(page, token, 'generating')
  await expect(list(page).locator('[data-stale]').first()).toContainText('données d’il y a')
  await expect(row(page, 'finie')).toContainText('Femmes, 31 à 49 ans')

  provider.calls.length = 0
  for (const token of active) provider.set(token, rental(token, 2))
  await provider.restart()
  await expect(lost).toBeHidden({ timeout: RECOVERED_WITHIN_MS })
  for (const token of active) await expectState(page, token, 'ready')
  await expect(list(page).locator('[data-stale]')).toHaveCount(0)
  await expectState(page, 'finie', 'downloaded')
  await expect(page.getByText('11 locations', { exact: true })).toBeVisible()
  expectWithinBudget(await sent())
  expect(mostAtOnce(provider.calls)).toBeLessThanOrEqual(4)
})

test('a browser that goes offline and comes back', async ({ page, context, provider, openBoard }) => {
  const active = tokens(10)
  for (const token of active) provider.set(token, rental(token, 1))
  await openBoard(page, { tokens: active })
  for (const token of active) await expectState(page, token, 'generating')
  const lost = page.getByRole('alert').filter({ hasText: 'Connexion perdue' })

  await context.setOffline(true)
  await expect(lost).toBeVisible({ timeout: NOTICED_WITHIN_MS })
  for (const token of active) provider.set(token, rental(token, 2))
  await context.setOffline(false)
  await expect(lost).toBeHidden({ timeout: RECOVERED_WITHIN_MS })
  for (const token of active) await expectState(page, token, 'ready')
})

/** From each time to the next. */
function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? time))
}
