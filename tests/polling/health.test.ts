import { expect, test } from 'vitest'
import { type Health, healthy, isLost, observe, retry } from '../../src/polling/health.ts'
import type { Outcome } from '../../src/polling/poll-record.ts'

function outcome(finding: Outcome['finding'], at: number, more: Partial<Outcome> = {}): Outcome {
  return { finding, at, startedAt: at - 10, luck: 1, ...more }
}

function after(...outcomes: Outcome[]): Health {
  return outcomes.reduce(observe, healthy)
}

const fiveFailures = [1, 2, 3, 4, 5].map(second => outcome('lost', second * 1_000))

test('four failures in a row are not yet a lost connection, five are', () => {
  expect(isLost(after(...fiveFailures.slice(1)))).toBe(false)
  expect(isLost(after(...fiveFailures))).toBe(true)
})

test.each(['answered', 'not-found', 'refused', 'failed', 'slowed', 'blocked'] as const)(
  'an answer of any kind breaks the streak: %s',
  finding => {
    const health = after(...fiveFailures.slice(1), outcome(finding, 5_000), outcome('lost', 6_000))
    expect(health.streak).toBe(1)
    const back = after(...fiveFailures, outcome(finding, 9_000))
    expect(isLost(back)).toBe(false)
    expect(back.recoveredAt).toBe(9_000)
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
  let health = healthy
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(round => {
    const at = round * 1_000_000
    health = observe(health, outcome('slowed', at))
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
  const late = observe(slowed, outcome('answered', 1_500, { startedAt: 900 }))
  expect(late.slowings).toBe(1)
  expect(observe(late, outcome('answered', 12_000, { startedAt: 11_500 })).slowings).toBe(0)
})

test('an account error blocks until the user goes on', () => {
  const blocked = after(outcome('blocked', 1_000, { code: 10 }))
  expect(blocked.blockedBy).toBe(10)
  expect(observe(blocked, outcome('answered', 2_000)).blockedBy).toBe(10)
  expect(retry(blocked, 3_000).blockedBy).toBeUndefined()
})

test('an account error of a request from before the user went on is out of date', () => {
  const again = retry(after(outcome('blocked', 1_000, { code: 10 })), 3_000)
  expect(observe(again, outcome('blocked', 3_500, { startedAt: 2_900, code: 10 })).blockedBy).toBeUndefined()
  expect(observe(again, outcome('blocked', 3_500, { startedAt: 3_100, code: 10 })).blockedBy).toBe(10)
})
