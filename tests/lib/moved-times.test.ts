import { expect, test } from 'vitest'
import { movedTimes } from '../../src/lib/moved-times.ts'

const DAY_MS = 86_400_000

test('what is known of the provider moves with the clock, and what never was does not', () => {
  const serviceAt = (at: number) => ({
    circuit: { failures: 90_000_000, lastFailedAt: 0, rateLimitedUntil: at, lastFault: { token: 'a', at } },
    limiter: { tokens: 20, at, latency: 90_000_000, sent: [{ at }, { at: 100 }] },
  })
  const moved = movedTimes(serviceAt(DAY_MS + 100), at => (at > DAY_MS ? at - DAY_MS : at))
  expect(moved).toEqual(serviceAt(100))
})
