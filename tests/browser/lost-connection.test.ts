import { setTimeout as wait } from 'node:timers/promises'
import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { expectState, list, row } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'
import { expectWithinBudget, mostAtOnce } from './traffic.ts'

test.use({ expectedConsole: [/^Failed to load resource/] })

/** Milliseconds in which the banner must come, and go. */
const NOTICED = 30_000
const RECOVERED = 15_000

test('a provider that dies and comes back: said within 30 s, over within 15 s, nothing lost', async ({
  page,
  provider,
  openBoard,
}) => {
  const active = tokens(10)
  for (const token of active) provider.set(token, rental(token, 1))
  provider.set('finie', rental('finie', 5))
  await openBoard(page, { tokens: [...active, 'finie'] })
  for (const token of active) await expectState(page, token, 'generating')
  await expectState(page, 'finie', 'downloaded')
  const lost = page.getByRole('alert').filter({ hasText: 'Connexion perdue' })

  await provider.kill()
  await expect(lost).toBeVisible({ timeout: NOTICED })
  const probes = await requestsWithin(page, 9_000)
  expect(probes, 'one single probe at a time').toBeGreaterThanOrEqual(2)
  expect(probes, 'one single probe at a time').toBeLessThanOrEqual(3)
  for (const token of active) await expectState(page, token, 'generating')
  await expect(list(page).locator('[data-stale]').first()).toContainText('données d’il y a')
  await expect(row(page, 'finie')).toContainText('Femmes, 31 à 49 ans')

  provider.calls.length = 0
  for (const token of active) provider.set(token, rental(token, 2))
  await provider.restart()
  await expect(lost).toBeHidden({ timeout: RECOVERED })
  for (const token of active) await expectState(page, token, 'ready', 10_000)
  await expect(list(page).locator('[data-stale]')).toHaveCount(0)
  await expectState(page, 'finie', 'downloaded')
  await expect(page.getByText('11 locations', { exact: true })).toBeVisible()
  expectWithinBudget(provider.calls)
  expect(mostAtOnce(provider.calls)).toBeLessThanOrEqual(4)
})

test('a browser that goes offline and comes back', async ({ page, context, provider, openBoard }) => {
  const active = tokens(10)
  for (const token of active) provider.set(token, rental(token, 1))
  await openBoard(page, { tokens: active })
  for (const token of active) await expectState(page, token, 'generating')
  const lost = page.getByRole('alert').filter({ hasText: 'Connexion perdue' })

  await context.setOffline(true)
  await expect(lost).toBeVisible({ timeout: NOTICED })
  for (const token of active) provider.set(token, rental(token, 2))
  await context.setOffline(false)
  await expect(lost).toBeHidden({ timeout: RECOVERED })
  for (const token of active) await expectState(page, token, 'ready', 10_000)
})

/** How many checks the page sends in the next `ms`. */
async function requestsWithin(page: Page, ms: number): Promise<number> {
  let count = 0
  const note = () => {
    count += 1
  }
  page.on('request', note)
  await wait(ms)
  page.off('request', note)
  return count
}
