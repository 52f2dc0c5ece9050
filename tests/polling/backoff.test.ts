import { expect, test } from 'vitest'
import { backOff, clampRetryAfter, retryPause } from '../../src/polling/backoff.ts'

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
  { named: 30_000, ms: 30_000 },
  { named: 99_999_999_999_000, ms: 900_000 },
  { named: Number.POSITIVE_INFINITY, ms: 900_000 },
  { named: -86_400_000, ms: 1_000 },
  { named: -5_000, ms: 1_000 },
  { named: 0, ms: 1_000 },
])('a server that names $named ms is given $ms ms', ({ named, ms }) => {
  expect(clampRetryAfter(named)).toBe(ms)
})

test.each([
  [1, 1],
  [2, 2],
  [4, 8],
  [5, 15],
  [5_000, 15],
])('after %d refusals of the account it is tried again in %d min', (refusals, minutes) => {
  expect(retryPause(refusals)).toBe(minutes * 60_000)
})
