import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError, HttpError, NetworkError, RateLimitError, TimeoutError } from '../../src/api/errors.ts'
import { type Answer, longestGap, perSecond, play, timesOf } from './play.ts'
import { tokensOf } from './replies.ts'

// Hours of a thousand rentals are played here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 })

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

const minute = 60_000
const hour = 60 * minute

const generating = (): Answer => ({ after: 120, status: 'generating' })
const ready = (): Answer => ({ after: 120, status: 'ready' })
const dead = (): Answer => ({ after: 20, error: new NetworkError('refused') })

describe('the budget', () => {
  test('a thousand rentals, one of which hangs: the others are checked every eight minutes', async () => {
    const hangs = (token: string) => token === 'token-7'
    const { sent, mostInFlight } = await play({
      tokens: tokensOf(1_000),
      length: 20 * minute,
      server: token =>
        hangs(token)
          ? { after: 10_000, error: new TimeoutError(10_000) }
          : { after: 120, status: 'generating' },
    })
    expect(mostInFlight).toBe(4)
    expect(timesOf(sent).get('token-7')?.length).toBeGreaterThan(3)
    expect(longestGap(sent, token => !hangs(token))).toBeLessThan(515_000)
    expect(timesOf(sent).size).toBe(1_000)
  })

  test('is never exceeded: twenty at once, then two a second', async () => {
    const { sent } = await play({ tokens: tokensOf(1_000), length: 10 * minute, server: generating })
    const times = sent.map(({ at }) => at)
    for (const [index, from] of times.entries()) {
      const within = times.slice(index).filter(at => at < from + minute).length
      expect(within).toBeLessThanOrEqual(20 + 120)
    }
  })

  test('is spread over the interval: no second of a steady state holds twice its share', async () => {
    const { sent } = await play({ tokens: tokensOf(90), length: 10 * minute, server: ready })
    expect(Math.max(...perSecond(sent, 3 * minute, 9 * minute))).toBeLessThanOrEqual(3)
    expect(longestGap(sent.filter(({ at }) => at > 3 * minute))).toBe(minute)
  })

  test('is shared fairly between slow and fast ones when there is too much to do', async () => {
    const server = (token: string): Answer => (token.endsWith('0') ? ready() : generating())
    const { sent } = await play({ tokens: tokensOf(100), length: 3 * hour, server, settings: { rate: 0.5 } })
    const counts = [...timesOf(sent.filter(({ at }) => at > hour))]
    for (const isSlow of [false, true]) {
      const own = counts.filter(([token]) => token.endsWith('0') === isSlow).map(([, at]) => at.length)
      expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(2)
      expect(Math.min(...own)).toBeGreaterThan(4)
    }
  })

  test('a slow provider stretches the interval to what fits', async () => {
    const { status } = await play({
      tokens: tokensOf(100),
      length: hour,
      server: () => ({ after: 4_000, status: 'generating' }),
    })
    expect((status().slowedInterval ?? 0) / 10_000).toBeCloseTo(10, 0)
  })

  test('an ask jumps the queue of an overloaded board, also when all were asked for', async () => {
    const { sent } = await play({
      tokens: tokensOf(1_000),
      length: 6 * minute,
      server: generating,
      events: [
        { at: 5 * minute, do: ({ poller }) => poller.refresh('token-999') },
        { at: 5 * minute + 10_000, do: ({ poller }) => poller.refresh(...tokensOf(1_000)) },
        { at: 5 * minute + 40_000, do: ({ poller }) => poller.refresh('token-998') },
      ],
    })
    for (const [token, askedAt] of [
      ['token-999', 5 * minute],
      ['token-998', 5 * minute + 40_000],
    ] as const) {
      const answered = sent.find(sending => sending.token === token && sending.at >= askedAt)
      expect(answered?.at).toBeLessThanOrEqual(askedAt + 500)
    }
  })

  test('rentals come to rest: finished ones are not checked again', async () => {
    const { sent } = await play({
      tokens: tokensOf(10),
      length: hour,
      server: (_, at) => ({ after: 100, status: at < 2 * minute ? 'generating' : 'downloaded' }),
    })
    expect(sent.filter(({ at }) => at > 3 * minute)).toEqual([])
  })
})

describe('a dead server', () => {
  test.each([
    { count: 3, status: 'generating' },
    { count: 30, status: 'generating' },
    { count: 30, status: 'ready' },
    { count: 1_000, status: 'generating' },
  ] as const)('$count $status: is noticed within 30 s, then probed every 4 s', async ({ count, status }) => {
    const death = 15 * minute
    const {
      sent,
      phases,
      status: latest,
    } = await play({
      tokens: tokensOf(count),
      length: death + minute,
      server: (_, at) => (at < death ? { after: 120, status } : dead()),
    })
    const lostAt = phases.find(({ phase }) => phase === 'lost')?.at ?? Number.POSITIVE_INFINITY
    expect(lostAt - death).toBeLessThanOrEqual(30_000)
    expect(latest()).toMatchObject({ phase: 'lost', tracked: count })
    const probes = sent.map(({ at }) => at).filter(at => at > lostAt)
    expect(probes.length).toBeGreaterThan(5)
    for (const [index, at] of probes.slice(1).entries()) expect(at - (probes[index] ?? 0)).toBe(4_020)
  })

  test.each([
    { after: 20, error: new NetworkError('refused') },
    { after: 10_000, error: new TimeoutError(10_000) },
    { after: 50, error: new HttpError(502) },
  ])('comes back within 15 s, then is swept at the budget: $error.name', async failure => {
    const [death, recovery] = [10 * minute, 40 * minute]
    const { sent } = await play({
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

  test('is not what one rental whose checks always fail makes of it, nor is that one hammered', async () => {
    const { sent, phases } = await play({
      tokens: tokensOf(10),
      length: hour,
      server: token => (token === 'token-3' ? { after: 30, error: new HttpError(500) } : generating()),
    })
    expect(phases.some(({ phase }) => phase === 'lost')).toBe(false)
    expect(timesOf(sent).get('token-3')?.length).toBeLessThan(60)
  })

  test('hidden, it is probed once a minute', async () => {
    const { sent } = await play({
      tokens: tokensOf(10),
      length: 30 * minute,
      hidden: true,
      server: dead,
    })
    expect(sent.filter(({ at }) => at > 20 * minute).length).toBeLessThanOrEqual(10)
    expect(sent.filter(({ at }) => at > 20 * minute).length).toBeGreaterThanOrEqual(8)
  })

  test('is probed at once when the page comes back, and by what the user asks for', async () => {
    const { sent } = await play({
      tokens: tokensOf(10),
      length: 10 * minute + 1_500,
      server: dead,
      hidden: true,
      events: [{ at: 10 * minute, do: ({ poller }) => poller.onResume() }],
    })
    expect(sent.filter(({ at }) => at >= 10 * minute)).toHaveLength(1)
    const asked = await play({
      tokens: tokensOf(10),
      length: 10 * minute + 500,
      server: dead,
      hidden: true,
      events: [{ at: 10 * minute, do: ({ poller }) => poller.refresh('token-7') }],
    })
    expect(asked.sent.filter(({ at }) => at >= 10 * minute).map(({ token }) => token)).toContain('token-7')
  })

  test('is not probed in a pause', async () => {
    const { sent } = await play({
      tokens: tokensOf(10),
      length: 10 * minute,
      server: dead,
      events: [{ at: 5 * minute, do: ({ poller }) => poller.setSettings({ paused: true }) }],
    })
    expect(sent.filter(({ at }) => at > 5 * minute + 1_000)).toEqual([])
  })
})

describe('a server that asks for fewer requests', () => {
  test('gets none until then, and no burst follows', async () => {
    const refusedAt = 10 * minute
    const { sent } = await play({
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

  test('never stops the board for good, however nonsensical its wait', async () => {
    const { sent } = await play({
      tokens: tokensOf(3),
      length: hour,
      server: (_, at) =>
        at < minute ? { after: 30, error: new RateLimitError(99_999_999_999_000) } : generating(),
    })
    expect(sent.filter(({ at }) => at > 16 * minute).length).toBeGreaterThan(100)
  })

  test.each([0, -5_000, -86_400_000])(
    'and may be asked again now (Retry-After of %d ms) is, at the pace of any other',
    async wait => {
      const end = 10 * minute
      const { sent, phases } = await play({
        tokens: tokensOf(10),
        length: end + 2_000,
        server: (_, at) => (at < end ? { after: 30, error: new RateLimitError(wait) } : generating()),
        events: [{ at: minute, do: ({ poller }) => poller.refresh('token-1') }],
      })
      const calls = sent.filter(({ at }) => at < end).length
      process.stdout.write(`Retry-After of ${wait} ms: ${calls} calls in 10 min\n`)
      expect(calls).toBeGreaterThan(550)
      expect(calls).toBeLessThan(650)
      expect(longestGap(sent)).toBeLessThan(11_000)
      expect(phases.map(({ phase }) => phase)).toEqual(['live', 'slowed', 'live'])
    },
  )

  test('holds up what is asked for, too', async () => {
    const { sent } = await play({
      tokens: tokensOf(3),
      length: 2 * minute,
      server: (_, at) => (at < minute ? generating() : { after: 30, error: new RateLimitError(600_000) }),
      events: [{ at: 100_000, do: ({ poller }) => poller.refresh('token-1') }],
    })
    expect(sent.filter(({ at }) => at >= 80_000)).toEqual([])
  })
})

describe('time', () => {
  test('after eight hours of sleep everything is checked again, at the budget', async () => {
    const woken = 10 * minute + 8 * hour
    const { sent, mostInFlight } = await play({
      tokens: tokensOf(100),
      length: woken + 10 * minute,
      server: ready,
      events: [{ at: 10 * minute, do: ({ sleep }) => sleep(8 * hour) }],
    })
    const after = sent.filter(({ at }) => at >= woken)
    const underWay = sent.filter(({ at }) => at <= 10 * minute && at + 120 > 10 * minute)
    const sweep = after.filter(({ at }) => at < woken + minute)
    expect(timesOf([...underWay, ...sweep]).size).toBe(100)
    expect(perSecond(after, woken, woken + minute).every(count => count <= 22)).toBe(true)
    expect(Math.max(...perSecond(after, woken + 3 * minute, woken + 9 * minute))).toBeLessThanOrEqual(4)
    expect(mostInFlight).toBe(4)
  })

  test('timers throttled to once a minute leave nobody out', async () => {
    const { sent, mostInFlight } = await play({
      tokens: tokensOf(40),
      length: 2 * hour,
      server: generating,
      hidden: true,
      throttled: true,
    })
    vi.unstubAllGlobals()
    const settled = sent.filter(({ at }) => at > 5 * minute)
    expect(timesOf(settled).size).toBe(40)
    expect(longestGap(settled)).toBeLessThanOrEqual(3 * minute)
    expect(mostInFlight).toBeLessThanOrEqual(4)
  })

  test('hidden, no rental is checked more than once a minute, and all are within two', async () => {
    const { sent } = await play({ tokens: tokensOf(60), length: hour, server: generating, hidden: true })
    const settled = sent.filter(({ at }) => at > 3 * minute)
    expect(longestGap(settled)).toBe(minute)
    expect([...timesOf(settled).values()].every(at => at.length <= 57)).toBe(true)
  })
})

describe('a refused account', () => {
  const codes = [1, 10, 20, 30, 40, 96]

  test.each(codes)('after one error %d requests resume in about a minute, for a day', async code => {
    const { sent } = await play({
      tokens: tokensOf(5),
      length: 24 * hour,
      server: (_, at) => (at === 0 ? { after: 30, error: new ApiError(code, '') } : ready()),
    })
    const later = sent.filter(({ at }) => at > 0)
    expect(later[0]?.at).toBe(minute + 30)
    expect(timesOf(later.filter(({ at }) => at < minute + 1_000)).size).toBe(5)
    expect(longestGap(later)).toBeLessThan(2 * minute)
    expect(later.at(-1)?.at).toBeGreaterThan(24 * hour - minute)
  })

  test.each(codes)('error %d is tried again for a day, at least every quarter of an hour', async code => {
    const { sent } = await play({
      tokens: tokensOf(20),
      length: 24 * hour,
      server: () => ({ after: 30, error: new ApiError(code, '') }),
    })
    const tries = sent.slice(4).map(({ at }) => ({ token: 'any', at }))
    expect(tries.length).toBeLessThan(101)
    const ends = [0, 24 * hour].map(at => ({ token: 'any', at }))
    expect(longestGap([...ends.slice(0, 1), ...tries, ...ends.slice(1)])).toBeLessThan(16 * minute)
  })

  test('lets one try through now and then until the user goes on, then all are checked within a minute', async () => {
    const { sent } = await play({
      tokens: tokensOf(50),
      length: 21 * minute,
      server: (_, at) => (at < 20 * minute ? { after: 30, error: new ApiError(10, '') } : generating()),
      events: [{ at: 20 * minute, do: ({ poller }) => poller.retry() }],
    })
    const tries = sent.filter(({ at }) => at < 20 * minute).map(({ at }) => Math.floor(at / minute))
    expect(tries).toEqual([0, 0, 0, 0, 1, 3, 7, 15])
    expect(timesOf(sent.filter(({ at }) => at >= 20 * minute)).size).toBe(50)
  })
})
