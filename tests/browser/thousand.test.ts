import { expect } from '@playwright/test'
import { slow } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { follow, rows } from './page-parts.ts'
import { recordChecks } from './recorder.ts'
import { rental, tokens } from './rentals.ts'
import { expectWithinBudget, mostAtOnce } from './traffic.ts'

test('a board of 1,000 rentals keeps to the budget, and checks what is scrolled away', async ({
  page,
  provider,
  openBoard,
}) => {
  const followed = tokens(1_000)
  for (const token of followed) provider.set(token, rental(token, 1))
  provider.behave(slow(400))
  const sent = await recordChecks(page)
  await openBoard(page)
  await follow(page, followed)
  await expect(page.getByText('1 000 locations', { exact: true })).toBeVisible()
  await expect(page.getByText(/1\s000 locations actives, une vérification toutes les 9\smin/)).toBeVisible()

  await expect.poll(() => provider.calls.length, { timeout: 40_000 }).toBeGreaterThan(40)
  const calls = [...provider.calls]
  expect(mostAtOnce(calls)).toBe(4)
  expectWithinBudget(await sent())

  const asked = new Set(calls.map(({ token }) => token))
  expect(asked.size, 'nobody twice before everybody once').toBe(calls.length)
  const drawn = await rows(page).evaluateAll(all => all.map(row => row.getAttribute('data-token')))
  expect(drawn.length).toBeLessThan(60)
  expect([...asked].filter(token => !drawn.includes(token)).length).toBeGreaterThan(10)
})
