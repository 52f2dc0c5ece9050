import { expect, test } from 'vitest'
import { capacity, consume, drain, fullLimiter, nextTokenAt } from '../../src/polling/rate-limiter.ts'

test('lets twenty go at once, then two a second', () => {
  let bucket = fullLimiter(0)
  const times = Array.from({ length: 26 }, () => {
    const at = nextTokenAt(bucket, 2, bucket.at)
    bucket = consume(bucket, 2, at)
    return at
  })
  expect(times.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 0))
  expect(times.slice(20)).toEqual([500, 1_000, 1_500, 2_000, 2_500, 3_000])
})

test('holds no more than a burst after a week', () => {
  let bucket = fullLimiter(0)
  for (let count = 0; count < 20; count++) bucket = consume(bucket, 10, 604_800_000)
  expect(nextTokenAt(bucket, 10, 604_800_000)).toBe(604_800_100)
})

test('never opens before the time that it names, at any rate', () => {
  for (const rate of [0.2, 0.3, 1 / 3, 0.7, 2, 3, 7, 10]) {
    const at = nextTokenAt(consume(drain(fullLimiter(0), 0), rate, 0), rate, 0)
    expect(nextTokenAt(consume(drain(fullLimiter(0), 0), rate, 0), rate, at)).toBe(at)
  }
})

test('gives nothing back to a clock that runs backwards', () => {
  const bucket = consume(drain(fullLimiter(0), 10_000), 2, 10_000)
  expect(nextTokenAt(bucket, 2, 3_000)).toBe(10_500)
})

test.each([
  { rate: 2, latency: 0, fits: 2 },
  { rate: 2, latency: 120, fits: 2 },
  { rate: 2, latency: 4_000, fits: 1 },
  { rate: 10, latency: 8_000, fits: 0.5 },
])('of $rate a second, $fits fit when an answer takes $latency ms', ({ rate, latency, fits }) => {
  expect(capacity({ ...fullLimiter(0), latency }, rate)).toBe(fits)
})
