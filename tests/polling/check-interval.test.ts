import { expect, test } from 'vitest'
import { clampInterval, isActive, pollInterval, slowdownFactor } from '../../src/polling/check-interval.ts'
import { recordOf, rulesOf } from './records.ts'

const never = undefined

test.each([
  { status: 'pending', ms: 10_000 },
  { status: 'requested', ms: 10_000 },
  { status: 'generating', ms: 10_000 },
  { status: 'ready', ms: 60_000 },
  { status: 'unknown', ms: 60_000 },
  { status: 'failed', ms: never },
  { status: 'downloaded', ms: never },
] as const)('$status is checked every $ms ms', ({ status, ms }) => {
  expect(pollInterval(recordOf({ status }), rulesOf())).toBe(ms)
})

test.each([
  { status: 'pending', fault: 'not-found', ms: 300_000 },
  { status: 'generating', fault: 'not-found', ms: 300_000 },
  { status: 'pending', fault: 'refused', ms: 60_000 },
  { status: 'generating', fault: 'refused', ms: 60_000 },
  { status: 'ready', fault: 'refused', ms: 60_000 },
  { status: 'downloaded', fault: 'refused', ms: never },
] as const)('$status, then $fault: every $ms ms', ({ status, fault, ms }) => {
  expect(pollInterval(recordOf({ status, fault }), rulesOf())).toBe(ms)
})

test.each([
  { pace: 5_000, generating: 5_000, ready: 30_000 },
  { pace: 30_000, generating: 30_000, ready: 180_000 },
  { pace: 60_000, generating: 60_000, ready: 360_000 },
  { pace: 3_600_000, generating: 3_600_000, ready: 3_600_000 },
])('at a pace of $pace ms', ({ pace, generating, ready }) => {
  expect(pollInterval(recordOf({ status: 'generating' }), rulesOf({ pace }))).toBe(generating)
  expect(pollInterval(recordOf({ status: 'ready' }), rulesOf({ pace }))).toBe(ready)
})

test.each([
  { status: 'generating', ms: 60_000 },
  { status: 'ready', ms: 60_000 },
  { status: 'downloaded', ms: never },
] as const)('hidden, $status is checked every $ms ms', ({ status, ms }) => {
  expect(pollInterval(recordOf({ status }), rulesOf({ pace: 5_000 }, true))).toBe(ms)
})

test.each([
  [0, 5_000],
  [-1, 5_000],
  [Number.NEGATIVE_INFINITY, 5_000],
  [2 ** 31, 3_600_000],
  [Number.POSITIVE_INFINITY, 3_600_000],
  [12_345, 12_345],
])('an interval of %d ms is kept within bounds: %d ms', (ms, clamped) => {
  expect(clampInterval(ms)).toBe(clamped)
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
    expect(slowdownFactor([{ status, fault: undefined, size: count }], rulesOf(), rate)).toBeCloseTo(
      factor,
      6,
    )
  },
)

test.each([
  { status: 'pending', fault: undefined, active: true },
  { status: 'generating', fault: undefined, active: true },
  { status: 'generating', fault: 'unanswered', active: true },
  { status: 'pending', fault: 'not-found', active: false },
  { status: 'ready', fault: undefined, active: false },
  { status: 'downloaded', fault: undefined, active: false },
] as const)('$status, $fault: active is $active', ({ status, fault, active }) => {
  expect(isActive(recordOf({ status, fault }))).toBe(active)
})
