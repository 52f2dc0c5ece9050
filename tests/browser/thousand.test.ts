import { setTimeout as wait } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { slow } from '../stand-in/behaviours.ts'
import type { Call } from '../stand-in/provider.ts'
import { test } from './board.ts'
import { follow, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

test('a board of 1,000 rentals keeps to the budget, and checks what is scrolled away', async ({
  page,
  provider,
  openBoard,
}) => {
  const followed = tokens(1_000)
  for (const token of followed) provider.set(token, rental(token, 1))
  provider.behave(slow(400))
  await openBoard(page)
  await follow(page, followed)
  await expect(page.getByText('1 000 locations', { exact: true })).toBeVisible()
  await expect(page.getByText(/1\s000 locations actives, une vérification toutes les 9\smin/)).toBeVisible()

  await wait(15_000)
  const calls = [...provider.calls]
  expect(mostAtOnce(calls)).toBe(4)
  expect(calls.length).toBeGreaterThan(40)
  for (const [first, call] of calls.entries()) {
    for (const [later, { at }] of calls.slice(first).entries()) {
      const seconds = (at - call.at) / 1_000
      // What leaves on time may arrive a little closer together than it left.
      expect(later + 1, `requests within ${seconds} s`).toBeLessThanOrEqual(20 + 2 * (seconds + 0.5))
    }
  }

  const drawn = await rows(page).evaluateAll(all => all.map(row => row.getAttribute('data-token')))
  expect(drawn.length).toBeLessThan(60)
  await expect
    .poll(
      () => new Set(provider.calls.map(({ token }) => token).filter(token => !drawn.includes(token))).size,
    )
    .toBeGreaterThan(10)
  expect(new Set(calls.map(({ token }) => token)).size, 'nobody twice before everybody once').toBe(
    calls.length,
  )
})

/** How many requests were under way at the same moment, at most. */
function mostAtOnce(calls: readonly Call[]): number {
  const open = calls.map(({ at }) =>
    calls.filter(call => call.at <= at && (call.closedAt ?? Number.POSITIVE_INFINITY) > at),
  )
  return Math.max(...open.map(({ length }) => length))
}
