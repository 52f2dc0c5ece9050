import { expect } from '@playwright/test'
import type { Call } from '../stand-in/provider.ts'

/** What leaves on time may arrive this much (ms) closer together than it left. */
const JITTER = 500

/** Expects that never more than 20 requests came at once, and 2 a second after that. */
export function expectWithinBudget(calls: readonly Call[]) {
  for (const [index, first] of calls.entries()) {
    for (const [further, last] of calls.slice(index).entries()) {
      const ms = last.at - first.at
      expect(further + 1, `requests within ${ms} ms`).toBeLessThanOrEqual(20 + (2 * (ms + JITTER)) / 1_000)
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
