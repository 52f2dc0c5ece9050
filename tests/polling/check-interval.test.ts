import { describe, expect, test } from 'vitest'
import { defaultPollSettings } from '../../src/board/preferences.ts'
import type { Check } from '../../src/polling/check.ts'
import type { PollSettings } from '../../src/polling/check-interval.ts'
import { backOff, checkInterval, evenPhases, slowdownFactor } from '../../src/polling/check-interval.ts'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import { dueAt, type PollContext } from '../../src/polling/next-check.ts'
import { checkOf, contextOf, intervalsOf, rentalOf } from './checks.ts'

const never = Number.POSITIVE_INFINITY

function scheduleOf(settings: Partial<PollSettings> = {}, more: Partial<PollContext> = {}): PollContext {
  return contextOf([], { ...intervalsOf(settings), ...more })
}

function intervalOf(check: Check | undefined, settings: Partial<PollSettings> = {}, hidden = false) {
  return checkInterval(check, { ...defaultPollSettings, ...settings }, hidden)
}

describe('the interval', () => {
  test.each([
    { status: 'pending', ms: 10_000 },
    { status: 'requested', ms: 10_000 },
    { status: 'generating', ms: 10_000 },
    { status: 'ready', ms: 60_000 },
    { status: 'unknown', ms: 60_000 },
    { status: 'failed', ms: never },
    { status: 'downloaded', ms: never },
  ] as const)('of $status is $ms ms', ({ status, ms }) => {
    expect(intervalOf(checkOf({ status }))).toBe(ms)
  })

  test('of a rental that was never checked is the shortest', () => {
    expect(intervalOf(undefined)).toBe(10_000)
  })

  test.each([
    { status: 'pending', fault: 'not-found', ms: 300_000 },
    { status: 'generating', fault: 'not-found', ms: 300_000 },
    { status: 'pending', fault: 'refused', ms: 60_000 },
    { status: 'generating', fault: 'refused', ms: 60_000 },
    { status: 'ready', fault: 'refused', ms: 60_000 },
    { status: 'downloaded', fault: 'refused', ms: never },
  ] as const)('of $status, then $fault, is $ms ms', ({ status, fault, ms }) => {
    expect(intervalOf(checkOf({ status, fault }))).toBe(ms)
  })

  test.each([
    { pace: 5_000, generating: 5_000, ready: 30_000 },
    { pace: 30_000, generating: 30_000, ready: 180_000 },
    { pace: 60_000, generating: 60_000, ready: 360_000 },
  ])('scales with a pace of $pace ms', ({ pace, generating, ready }) => {
    expect(intervalOf(checkOf({ status: 'generating' }), { pace })).toBe(generating)
    expect(intervalOf(checkOf({ status: 'ready' }), { pace })).toBe(ready)
  })

  test.each([
    { status: 'generating', ms: 60_000 },
    { status: 'ready', ms: 60_000 },
    { status: 'downloaded', ms: never },
  ] as const)('of $status on a hidden board is $ms ms', ({ status, ms }) => {
    expect(intervalOf(checkOf({ status }), { pace: 5_000 }, true)).toBe(ms)
  })

  test.each([
    { status: 'pending', fault: undefined, active: true },
    { status: 'generating', fault: undefined, active: true },
    { status: 'generating', fault: 'unanswered', active: true },
    { status: 'pending', fault: 'not-found', active: false },
    { status: 'ready', fault: undefined, active: false },
    { status: 'downloaded', fault: undefined, active: false },
  ] as const)('is the shortest for the active: $status, $fault is $active', ({ status, fault, active }) => {
    expect(intervalOf(checkOf({ status, fault })) === 10_000).toBe(active)
  })
})

test.each([
  { failures: 1, jitter: 1, ms: 10_000 },
  { failures: 2, jitter: 1, ms: 20_000 },
  { failures: 5, jitter: 1, ms: 160_000 },
  { failures: 6, jitter: 1, ms: 300_000 },
  { failures: 5_000, jitter: 1, ms: 300_000 },
  { failures: 5, jitter: 0.5, ms: 80_000 },
  { failures: 1, jitter: 0, ms: 5_000 },
  { failures: 5_000, jitter: 0, ms: 5_000 },
])('after $failures failures a draw of $jitter waits $ms ms', ({ failures, jitter, ms }) => {
  expect(backOff(failures, jitter)).toBe(ms)
})

test.each([
  { count: 19, status: 'generating', rate: 2, factor: 1 },
  { count: 1_000, status: 'generating', rate: 2, factor: 50 },
  { count: 1_000, status: 'generating', rate: 10, factor: 10 },
  { count: 1_000, status: 'ready', rate: 2, factor: 25 / 3 },
  { count: 5_000, status: 'downloaded', rate: 0.2, factor: 1 },
] as const)(
  '$count $status at $rate a second: intervals grow by $factor',
  ({ count, status, rate, factor }) => {
    const intervals = Array.from({ length: count }, () => intervalOf(checkOf({ status })))
    expect(slowdownFactor(intervals, rate)).toBeCloseTo(factor, 6)
  },
)

describe('a rental is due', () => {
  test('before all others, when it was never checked', () => {
    expect(dueAt(rentalOf(), scheduleOf())).toBe(0)
  })

  test('before all others, when nobody knows how old its reply is', () => {
    const check = { ...checkOf({ status: 'ready' }), checkedAt: undefined }
    expect(dueAt(rentalOf({ check }), scheduleOf())).toBe(0)
  })

  test.each(['failed', 'downloaded'] as const)('never by itself when %s', status => {
    expect(dueAt(rentalOf({ check: checkOf({ status }) }), scheduleOf())).toBe(never)
  })

  test('half an interval to one and a half after the latest check, always at the same moment', () => {
    for (let order = 0; order < 200; order++) {
      const phase = order / 200
      const first = dueAt(rentalOf({ phase, check: checkOf({ checkedAt: 1_000_003 }) }), scheduleOf())
      expect(first - 1_000_003).toBeGreaterThanOrEqual(5_000)
      expect(first - 1_000_003).toBeLessThan(15_001)
      const second = rentalOf({ phase, check: checkOf({ checkedAt: first + 900 }) })
      expect(dueAt(second, scheduleOf())).toBe(first + 10_000)
    }
  })

  test.each([
    { slowdown: 50, ms: 500_000 },
    { slowdown: 1.5, ms: 15_000 },
    { slowdown: 10_000, ms: 100_000_000 },
  ])('$ms ms after the latest check when slowed by $slowdown', ({ slowdown, ms }) => {
    const rental = rentalOf({ check: checkOf({ checkedAt: 7 }) })
    expect(dueAt(rental, scheduleOf({}, { slowdown }))).toBe(7 + ms)
  })

  test.each([
    { failures: 1, jitter: 1, hidden: false, ms: 10_000 },
    { failures: 3, jitter: 0.5, hidden: false, ms: 20_000 },
    { failures: 1, jitter: 1, hidden: true, ms: 60_000 },
    { failures: 9, jitter: 1, hidden: true, ms: 300_000 },
  ])('$ms ms after $failures checks without an answer, hidden $hidden', ({ ms, hidden, ...known }) => {
    const check = checkOf({ fault: 'unanswered', checkedAt: 100, ...known })
    expect(dueAt(rentalOf({ check }), scheduleOf({}, { hidden }))).toBe(100 + ms)
  })

  test('again when it is finished and a check that was asked for got no answer', () => {
    const check = checkOf({ status: 'downloaded', fault: 'unanswered', jitter: 1, checkedAt: 100 })
    expect(dueAt(rentalOf({ check }), scheduleOf())).toBe(10_100)
  })

  test.each([
    { recoveredAt: 5_000, due: 5_000 },
    { recoveredAt: 50, due: 300_100 },
    { recoveredAt: 0, due: 300_100 },
  ])('at $due, backed off at 100, the connection back at $recoveredAt', ({ recoveredAt, due }) => {
    const check = checkOf({ fault: 'unanswered', failures: 9, jitter: 1, checkedAt: 100 })
    expect(dueAt(rentalOf({ check }), scheduleOf({}, { circuit: { ...closedCircuit, recoveredAt } }))).toBe(
      due,
    )
  })

  test('from now on otherwise when the board is hidden or shown', () => {
    const rental = rentalOf({ check: checkOf({ checkedAt: 600_000 }) })
    expect(dueAt(rental, scheduleOf({}, { hidden: true }))).toBeGreaterThanOrEqual(630_000)
    expect(dueAt(rental, scheduleOf())).toBeLessThanOrEqual(615_000)
  })
})

test('equal intervals stand evenly apart, whatever stands between them', () => {
  expect(evenPhases([10, 60, 10, Number.POSITIVE_INFINITY, 10, 60, 10])).toEqual([
    0, 0, 0.25, 0, 0.5, 0.5, 0.75,
  ])
})
