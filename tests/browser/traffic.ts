import { expect } from '@playwright/test'
import type { Call, Provider } from '../fake-provider/provider.ts'

/** Milliseconds that the page may take from its decision to the request. */
const SLACK_MS = 100

/** Expects that never more than 20 checks left at once, and 2 a second after that. Times in ms, oldest first. */
export function expectWithinBudget(times: readonly number[]) {
  for (const [index, first] of times.entries()) {
    for (const [further, last] of times.slice(index).entries()) {
      const ms = last - first
      expect(further + 1, `checks within ${ms} ms`).toBeLessThanOrEqual(20 + (2 * (ms + SLACK_MS)) / 1_000)
    }
  }
}

/** How many requests were under way at the same moment, at most. */
export function mostAtOnce(calls: readonly Call[]): number {
  const open = calls.map(({ at }) =>
    calls.filter(call => call.at <= at && (call.closedAt ?? Number.POSITIVE_INFINITY) > at),
  )
  return Math.max(...open.map(({ length }) => length))
}

/** Waits until nothing is asked of the provider that it has not answered: time may be played on then. */
export async function expectAllAnswered({ calls }: Provider) {
  await expect.poll(() => calls.filter(({ closedAt }) => closedAt === undefined).length).toBe(0)
}
