import { expect, test, vi } from 'vitest'
import { ApiError, HttpError, NetworkError, RateLimitError, TimeoutError } from '../../src/api/errors.ts'
import { isOpen } from '../../src/polling/circuit-breaker.ts'
import { type Answer, perSecond, simulate, timesOf, tokensOf } from './simulate.ts'

// Hours of a thousand rentals are computed here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 })

const minute = 60_000
const hour = 60 * minute

const generating = (): Answer => ({ after: 120, status: 'generating' })
const ready = (): Answer => ({ after: 120, status: 'ready' })
const dead = (): Answer => ({ after: 20, error: new NetworkError('refused') })

/** The longest time between two checks of any of these tokens. */
function longestGap(times: Map<string, number[]>, counts: (token: string) => boolean = () => true): number {
  const gaps = [...times].flatMap(([token, at]) =>
    counts(token) ? at.slice(1).map((time, index) => time - (at[index] ?? 0)) : [],
  )
  return Math.max(...gaps)
}

test('a thousand rentals, one of which hangs', () => {
  const hangs = (token: string) => token === 'token-7'
  const { sent, mostInFlight } = simulate({
    tokens: tokensOf(1_000),
    length: 20 * minute,
    server: token =>
      hangs(token)
        ? { after: 10_000, error: new TimeoutError(10_000) }
        : { after: 120, status: 'generating' },
  })
  const times = timesOf(sent)
  expect(mostInFlight).toBe(4)
  expect(times.get('token-7')?.length).toBeGreaterThan(3)
  expect(longestGap(times, token => !hangs(token))).toBeLessThan(510_000)
  expect(times.size).toBe(1_000)
})

test('never exceeds the budget: twenty at once, then two a second', () => {
  const { sent } = simulate({ tokens: tokensOf(1_000), length: 10 * minute, server: generating })
  const times = sent.map(({ at }) => at)
  for (const [index, from] of times.entries()) {
    const within = times.slice(index).filter(at => at < from + minute).length
    expect(within).toBeLessThanOrEqual(20 + 120)
  }
})

test('spreads over the interval: no second of a steady state holds twice its share', () => {
  const { sent } = simulate({ tokens: tokensOf(90), length: 10 * minute, server: ready })
  expect(Math.max(...perSecond(sent, 3 * minute, 9 * minute))).toBeLessThanOrEqual(3)
  expect(longestGap(timesOf(sent.filter(({ at }) => at > 3 * minute)))).toBe(minute)
})

test('is fair between slow and fast ones when there is too much to do', () => {
  const server = (token: string): Answer => (token.endsWith('0') ? ready() : generating())
  const { sent } = simulate({ tokens: tokensOf(100), length: 3 * hour, server, settings: { rate: 0.5 } })
  const counts = [...timesOf(sent.filter(({ at }) => at > hour))].map(
    ([token, at]) => [token, at.length] as const,
  )
  const [fast, slow] = [false, true].map(isSlow =>
    counts.filter(([token]) => token.endsWith('0') === isSlow).map(([, count]) => count),
  )
  expect(Math.max(...(fast ?? [])) - Math.min(...(fast ?? []))).toBeLessThanOrEqual(2)
  expect(Math.max(...(slow ?? [])) - Math.min(...(slow ?? []))).toBeLessThanOrEqual(2)
  expect(Math.min(...(slow ?? []))).toBeGreaterThan(4)
})

test.each([
  { count: 3, status: 'generating' },
  { count: 30, status: 'generating' },
  { count: 30, status: 'ready' },
  { count: 1_000, status: 'generating' },
] as const)('$count $status: a dead server is noticed within 30 s', ({ count, status }) => {
  const death = 15 * minute
  const { sent, end, ledger } = simulate({
    tokens: tokensOf(count),
    length: death + 30_000,
    server: (_, at) => (at < death ? { after: 120, status } : dead()),
  })
  expect(isOpen(end().health)).toBe(true)
  expect(ledger.records.size).toBe(count)
  const afterLoss = sent.filter(({ why }) => why === 'probe').map(({ at }) => at)
  for (const [index, at] of afterLoss.slice(1).entries()) expect(at - (afterLoss[index] ?? 0)).toBe(4_020)
})

test.each([
  { after: 20, error: new NetworkError('refused') },
  { after: 10_000, error: new TimeoutError(10_000) },
  { after: 50, error: new HttpError(502) },
])('comes back within 15 s of the server, then sweeps at the budget: $error.name', failure => {
  const [death, recovery] = [10 * minute, 40 * minute]
  const { sent } = simulate({
    tokens: tokensOf(200),
    length: 45 * minute,
    server: (_, at) => (at < death || at >= recovery ? generating() : failure),
  })
  const swept = sent.filter(({ at }) => at >= recovery)
  expect((swept[0]?.at ?? 0) - recovery).toBeLessThan(15_000)
  expect(perSecond(swept, recovery, recovery + minute).every(count => count <= 22)).toBe(true)
  expect(timesOf(swept.filter(({ at }) => at < recovery + 2 * minute)).size).toBe(200)
  expect(perSecond(sent, death + minute, recovery).every(count => count <= 1)).toBe(true)
})

test('one rental whose checks always fail neither loses the connection nor is hammered', () => {
  const { sent, end } = simulate({
    tokens: tokensOf(10),
    length: hour,
    server: token => (token === 'token-3' ? { after: 30, error: new HttpError(500) } : generating()),
  })
  expect(end().health.recoveredAt).toBeUndefined()
  expect(timesOf(sent).get('token-3')?.length).toBeLessThan(60)
})

test('a 429 with a wait empties the board of requests until then, and no burst follows', () => {
  const refusedAt = 10 * minute
  const { sent } = simulate({
    tokens: tokensOf(300),
    length: 20 * minute,
    server: (_, at) =>
      at >= refusedAt && at < refusedAt + 1_000
        ? { after: 30, error: new RateLimitError(120_000) }
        : generating(),
  })
  const quiet = sent.filter(({ at }) => at > refusedAt + 1_000 && at < refusedAt + 120_000)
  expect(quiet).toEqual([])
  expect(perSecond(sent, refusedAt + 120_000, refusedAt + 180_000).every(count => count <= 3)).toBe(true)
})

test('a 429 with a nonsensical wait never stops the board for good', () => {
  const { sent } = simulate({
    tokens: tokensOf(3),
    length: hour,
    server: (_, at) =>
      at < minute ? { after: 30, error: new RateLimitError(99_999_999_999_000) } : generating(),
  })
  expect(sent.filter(({ at }) => at > 16 * minute).length).toBeGreaterThan(100)
})

const accountCodes = [1, 10, 20, 30, 40, 96]

test.each(accountCodes)('after one error %d requests resume in about a minute, for a day', code => {
  const { sent } = simulate({
    tokens: tokensOf(5),
    length: 24 * hour,
    server: (_, at) => (at === 0 ? { after: 30, error: new ApiError(code, '') } : ready()),
  })
  const later = sent.filter(({ at }) => at > 0)
  expect(later[0]?.at).toBe(minute + 30)
  expect(timesOf(later.filter(({ at }) => at < minute + 1_000)).size).toBe(5)
  expect(longestGap(timesOf(later))).toBeLessThan(2 * minute)
  expect(later.at(-1)?.at).toBeGreaterThan(24 * hour - minute)
})

test.each(accountCodes)('error %d is tried again for a day, at least every quarter of an hour', code => {
  const { sent } = simulate({
    tokens: tokensOf(20),
    length: 24 * hour,
    server: () => ({ after: 30, error: new ApiError(code, '') }),
  })
  const tries = sent.slice(4).map(({ at }) => at)
  expect(tries.length).toBeLessThan(101)
  expect(longestGap(new Map([['all', [0, ...tries, 24 * hour]]]))).toBeLessThan(16 * minute)
})

test('an account error lets one try through now and then until the user goes on', () => {
  const { sent } = simulate({
    tokens: tokensOf(50),
    length: 30 * minute,
    server: (_, at) => (at < 20 * minute ? { after: 30, error: new ApiError(10, '') } : generating()),
    events: [{ at: 20 * minute, do: (ledger, at) => ledger.retry(at) }],
  })
  const tries = sent.filter(({ at }) => at < 20 * minute).map(({ at }) => Math.floor(at / minute))
  expect(tries).toEqual([0, 0, 0, 0, 1, 3, 7, 15])
  expect(timesOf(sent.filter(({ at }) => at >= 20 * minute && at < 21 * minute)).size).toBe(50)
})

test('after eight hours of sleep everything is checked again, at the budget', () => {
  const sleep = { from: 10 * minute, to: 10 * minute + 8 * hour }
  const { sent, mostInFlight } = simulate({
    tokens: tokensOf(100),
    length: sleep.to + 10 * minute,
    server: ready,
    sleep,
  })
  const woken = sent.filter(({ at }) => at >= sleep.to)
  const underWay = sent.filter(({ at }) => at <= sleep.from && at + 120 > sleep.from)
  const sweep = woken.filter(({ at }) => at < sleep.to + minute)
  expect(timesOf([...underWay, ...sweep]).size).toBe(100)
  expect(perSecond(woken, sleep.to, sleep.to + minute).every(count => count <= 22)).toBe(true)
  expect(Math.max(...perSecond(woken, sleep.to + 3 * minute, sleep.to + 9 * minute))).toBeLessThanOrEqual(4)
  expect(mostInFlight).toBe(4)
})

test('timers throttled to once a minute leave nobody out', () => {
  const { sent, mostInFlight } = simulate({
    tokens: tokensOf(40),
    length: 2 * hour,
    server: generating,
    hidden: () => true,
    timer: at => Math.ceil(at / minute) * minute,
  })
  const times = timesOf(sent.filter(({ at }) => at > 5 * minute))
  expect(times.size).toBe(40)
  expect(longestGap(times)).toBeLessThanOrEqual(3 * minute)
  expect(mostInFlight).toBeLessThanOrEqual(4)
})

test('hidden, no rental is checked more than once a minute, and all are within two', () => {
  const { sent } = simulate({ tokens: tokensOf(60), length: hour, server: generating, hidden: () => true })
  const times = timesOf(sent.filter(({ at }) => at > 3 * minute))
  expect(longestGap(times)).toBe(minute)
  expect([...times.values()].every(at => at.length <= 57)).toBe(true)
})

test('an ask jumps the queue of an overloaded board', () => {
  const { sent } = simulate({
    tokens: tokensOf(1_000),
    length: 10 * minute,
    server: generating,
    events: [{ at: 5 * minute, do: (ledger, at) => ledger.ask(['token-999'], at) }],
  })
  const asked = sent.find(({ why }) => why === 'asked')
  expect(asked?.token).toBe('token-999')
  expect((asked?.at ?? 0) - 5 * minute).toBeLessThanOrEqual(500)
})

test('a slow provider stretches the interval to what fits', () => {
  const { end } = simulate({
    tokens: tokensOf(100),
    length: hour,
    server: () => ({ after: 4_000, status: 'generating' }),
  })
  expect(end().slowdown).toBeCloseTo(10, 0)
})

test('rentals come to rest: finished ones are not checked again', () => {
  const { sent } = simulate({
    tokens: tokensOf(10),
    length: hour,
    server: (_, at) => ({ after: 100, status: at < 2 * minute ? 'generating' : 'downloaded' }),
  })
  expect(sent.filter(({ at }) => at > 3 * minute)).toEqual([])
})
