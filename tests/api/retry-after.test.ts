import { describe, expect, test, vi } from 'vitest'
import { rateLimit, retryAfterMs } from '../../src/api/request.ts'

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['2', 2_000],
    [' 120 ', 120_000],
    ['-5', -5_000],
    ['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 11:59:30 GMT', -30_000],
    ['Monday, 23-Nov-26 12:00:30 GMT', 30_000],
  ])('of %j is %d ms', (header, ms) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') })
    expect(retryAfterMs(header)).toBe(ms)
  })

  test('counts a date from the server’s own clock', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T14:00:00Z') })
    const dates = { Date: 'Mon, 23 Nov 2026 12:00:00 GMT', 'Retry-After': 'Mon, 23 Nov 2026 12:01:00 GMT' }
    expect(rateLimit(new Response('', { status: 429, headers: dates })).retryAfterMs).toBe(60_000)
  })

  test.each([
    null,
    '',
    '5.5',
    '1e3',
    'soon',
    'soon 1',
    '2026-11-23',
    'Mon, 99 Nov 2026 12:00:30 GMT',
    '9'.repeat(400),
  ])('of %j says nothing', header => {
    expect(retryAfterMs(header)).toBeUndefined()
  })
})
