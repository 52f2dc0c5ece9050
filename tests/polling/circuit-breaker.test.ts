import { expect, test } from 'vitest'
import {
  type CircuitState,
  closedCircuit,
  isOpen,
  recordResult,
  retry,
} from '../../src/polling/circuit-breaker.ts'
import type { CheckOutcome } from '../../src/polling/poll-record.ts'

function outcome(
  finding: CheckOutcome['finding'],
  at: number,
  more: Partial<CheckOutcome> = {},
): CheckOutcome {
  return { finding, at, startedAt: at - 10, jitter: 1, ...more }
}

function after(...outcomes: CheckOutcome[]): CircuitState {
  return outcomes.reduce(recordResult, closedCircuit)
}

const fiveFailures = [0, 3, 6, 9, 12].map(second => outcome('lost', second * 1_000))

test('four failures in a row are not yet a lost connection, five are', () => {
  expect(isOpen(after(...fiveFailures.slice(1)))).toBe(false)
  expect(isOpen(after(...fiveFailures))).toBe(true)
})

test('many broken rentals that are checked together are not yet a lost connection, ten seconds of them are', () => {
  const together = Array.from({ length: 30 }, (_, index) => outcome('unusable', index * 300))
  expect(isOpen(after(...together))).toBe(false)
  expect(isOpen(after(...together, outcome('unusable', 10_000)))).toBe(true)
})

test('what the answers look like is what the latest looked like', () => {
  expect(after(...fiveFailures, outcome('signed-out', 15_000)).loss).toBe('signed-out')
})

test.each(['answered', 'not-found', 'refused'] as const)(
  'a usable answer of any kind breaks the streak: %s',
  finding => {
    const health = after(...fiveFailures, outcome(finding, 13_000), outcome('lost', 14_000))
    expect(health.streak).toBe(1)
    const back = after(...fiveFailures, outcome(finding, 15_000))
    expect(isOpen(back)).toBe(false)
    expect(back.recoveredAt).toBe(15_000)
  },
)

test.each(['signed-out', 'unusable', 'slowed', 'blocked'] as const)(
  'an answer that is of no use leaves the connection lost: %s',
  finding => {
    expect(isOpen(after(...fiveFailures, outcome(finding, 15_000)))).toBe(true)
  },
)

test('a connection that was never lost does not come back', () => {
  expect(after(outcome('lost', 1_000), outcome('answered', 2_000)).recoveredAt).toBeUndefined()
})

test.each([
  { retryAfterMs: 99_999_999_999_000, until: 900_000 },
  { retryAfterMs: -86_400_000, until: 1_000 },
  { retryAfterMs: -5_000, until: 1_000 },
  { retryAfterMs: 42_000, until: 42_000 },
  { retryAfterMs: undefined, until: 10_000 },
])('Retry-After of $retryAfterMs ms slows the board for $until ms', ({ retryAfterMs, until }) => {
  expect(after(outcome('slowed', 1_000_000, { retryAfterMs })).slowUntil).toBe(1_000_000 + until)
})

test('a longer wait is not cut short by a shorter one', () => {
  const health = after(
    outcome('slowed', 0, { retryAfterMs: 60_000 }),
    outcome('slowed', 5, { retryAfterMs: 1_000 }),
  )
  expect(health.slowUntil).toBe(60_000)
})

test('without a wait named, each refusal doubles it, to five minutes', () => {
  let health = closedCircuit
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(round => {
    const at = round * 1_000_000
    health = recordResult(health, outcome('slowed', at))
    return (health.slowUntil ?? 0) - at
  })
  expect(waits).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000])
})

test('refusals of requests that left together count once', () => {
  const together = [1_000, 1_001, 1_002].map(at => outcome('slowed', at, { startedAt: 900 }))
  expect(after(...together).slowings).toBe(1)
})

test('an answer to a request from before the refusal does not end the doubling', () => {
  const slowed = after(outcome('slowed', 1_000))
  const late = recordResult(slowed, outcome('answered', 1_500, { startedAt: 900 }))
  expect(late.slowings).toBe(1)
  expect(recordResult(late, outcome('answered', 12_000, { startedAt: 11_500 })).slowings).toBe(0)
})

test('an account error blocks until the user goes on or a later try succeeds', () => {
  const blocked = after(outcome('blocked', 1_000, { code: 10 }))
  expect(blocked.blockedBy).toBe(10)
  expect(recordResult(blocked, outcome('answered', 2_000, { startedAt: 900 })).blockedBy).toBe(10)
  expect(recordResult(blocked, outcome('refused', 61_000))).toMatchObject({
    blockedBy: undefined,
    refusals: 0,
  })
  expect(retry(blocked, 3_000).blockedBy).toBeUndefined()
})

test.each(['blocked', 'lost', 'signed-out', 'unusable', 'slowed'] as const)(
  'every try in vain doubles the wait for the next, to a quarter of an hour: %s',
  finding => {
    let health = after(outcome('blocked', 0, { code: 96 }))
    const waits = Array.from({ length: 7 }, () => {
      const at = health.retryAt ?? Number.NaN
      const wait = at - (health.blockedAt ?? Number.NaN)
      health = recordResult(health, outcome(finding, at + 10, { startedAt: at, code: 96 }))
      return wait / 60_000
    })
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15])
    expect(health.blockedBy).toBe(96)
  },
)

test('account errors of requests that left together count once', () => {
  const together = [1_000, 1_001, 1_002].map(at => outcome('blocked', at, { startedAt: 900, code: 10 }))
  expect(after(...together)).toMatchObject({ refusals: 1, retryAt: 61_000 })
})

test('an account error of a request from before the user went on is out of date', () => {
  const again = retry(after(outcome('blocked', 1_000, { code: 10 })), 3_000)
  expect(
    recordResult(again, outcome('blocked', 3_500, { startedAt: 2_900, code: 10 })).blockedBy,
  ).toBeUndefined()
  expect(recordResult(again, outcome('blocked', 3_500, { startedAt: 3_100, code: 10 })).blockedBy).toBe(10)
})
