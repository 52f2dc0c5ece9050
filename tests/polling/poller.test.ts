import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ApiError, DecodeError, HttpError, NetworkError, RateLimitError } from '../../src/api/errors.ts'
import { toFault } from '../../src/api/fault.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { openRequest, pass, startBoard } from './board.ts'
import { replyOf, tokensOf } from './replies.ts'

// A thousand rentals on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000 })

const hour = 3_600_000
const day = 24 * hour

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

describe('following', () => {
  test('checks what is followed at once, then at its interval', async () => {
    const { poller, asked, shown } = startBoard(token => (token === 'a' ? 'generating' : 'downloaded'))
    poller.track(['a', 'b'])
    await pass(100)
    expect(asked()).toEqual(['a', 'b'])
    expect(shown('a')?.rental.status).toBe('generating')
    await pass(60_000)
    expect(asked()).toEqual(['a', 'a', 'a', 'a', 'a', 'a'])
  })

  test('keeps what did not change the same object, under the token and nothing else', async () => {
    const { poller, provider, queryClient, shown, rowError } = startBoard(() => 'ready')
    poller.track(['a'])
    await pass(100)
    const first = shown('a')
    await pass(60_000)
    expect(shown('a')?.at).toBeGreaterThan(first?.at ?? Infinity)
    expect(shown('a')?.rental).toBe(first?.rental)
    provider.answers = () => new HttpError(502)
    await pass(60_000)
    const error = rowError('a')
    await pass(60_000)
    expect(error).toBeDefined()
    expect(rowError('a')).toBe(error)
    expect(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey),
    ).toEqual([['rental', 'a']])
  })

  test('keeps one timer for a thousand rentals', async () => {
    const { poller } = startBoard(() => 'ready')
    poller.track(tokensOf(1_000))
    await pass(60_000)
    expect(vi.getTimerCount()).toBe(1)
  })

  test('a removed rental is forgotten: request aborted, late reply ignored', async () => {
    const { promise, answer } = openRequest()
    let signal: AbortSignal | undefined
    const { poller, queryClient, clock, history } = startBoard((_, given) => {
      signal = given
      return promise
    })
    poller.track(['a'])
    poller.track([])
    expect(signal?.aborted).toBe(true)
    answer(replyOf('ready', clock()))
    await pass(100)
    expect(queryClient.getQueryCache().getAll()).toEqual([])
    expect(poller.checks.get('a')).toBeUndefined()
    expect(history('a')).toBeUndefined()
    expect(poller.status.getState()).toMatchObject({ tracked: 0, inFlight: 0, phase: 'idle' })
  })

  test('a rental followed again does not take the answer to its earlier request', async () => {
    const first = openRequest()
    const requests = [first, openRequest()]
    const { poller, shown, clock } = startBoard(() => requests.shift()?.promise ?? new Error('too many'))
    poller.track(['a'])
    poller.track([])
    poller.track(['a'])
    first.answer(replyOf('failed', clock()))
    await pass(100)
    expect(shown('a')).toBeUndefined()
    expect(poller.checks.get('a')?.checking).toBe(true)
  })

  test('undoing a removal brings reply and history back at once', async () => {
    const { poller, shown, asked, history } = startBoard(() => 'downloaded')
    poller.track(['a'])
    await pass(100)
    const before = history('a')
    poller.track([])
    await pass(10_000)
    poller.track(['a'])
    expect(shown('a')?.rental.status).toBe('downloaded')
    expect(history('a')).toEqual(before)
    asked()
    poller.track([])
    await pass(3_700_000)
    poller.track(['a'])
    expect(shown('a')).toBeUndefined()
  })

  test('a reply older than the one shown changes nothing', async () => {
    const { poller, provider, shown, clock, history } = startBoard(() => 'ready')
    poller.track(['a'])
    await pass(100)
    provider.answers = () => Promise.resolve(replyOf('generating', clock() - 300_000))
    poller.refresh('a')
    await pass(100)
    expect(shown('a')?.rental.status).toBe('ready')
    expect(history('a')).toHaveLength(1)
  })
})

describe('faults', () => {
  test('no answer: the last data stay, the row is tried again later', async () => {
    const { poller, provider, shown, rowError } = startBoard(() => 'generating')
    poller.track(['a', 'b'])
    await pass(100)
    provider.answers = token => (token === 'a' ? new HttpError(404) : 'generating')
    await pass(12_000)
    expect(shown('a')?.rental.status).toBe('generating')
    expect(rowError('a')).toEqual(toFault(new HttpError(404)))
    const { lastTriedAt = 0, nextCheckAt } = poller.checks.get('a') ?? {}
    expect(nextCheckAt).toBe(lastTriedAt + 5_000)
    provider.answers = () => 'ready'
    await pass(30_000)
    expect(rowError('a')).toBeUndefined()
  })

  test('a row without data keeps its error while it is checked again', async () => {
    const { poller, provider, rowError } = startBoard(() => new ApiError(32, 'inconnue'))
    poller.track(['a'])
    await pass(100)
    provider.answers = () => openRequest().promise
    poller.refresh('a')
    expect(poller.checks.get('a')?.checking).toBe(true)
    expect(rowError('a')).toEqual(toFault(new ApiError(32, 'inconnue')))
  })

  test('a bad reply is on its row only', async () => {
    const { poller, rowError, status } = startBoard(() => new DecodeError('html'))
    poller.track(['a'])
    await pass(100)
    expect(rowError('a')).toEqual(toFault(new DecodeError('html')))
    expect(status()).toMatchObject({ phase: 'live', lastError: { token: 'a' } })
  })

  test('a dead server loses the connection, a living one brings it back', async () => {
    const { poller, provider, status } = startBoard(() => 'generating')
    poller.track(tokensOf(10))
    await pass(30_000)
    provider.answers = () => new NetworkError('refused')
    await pass(25_000)
    expect(status().phase).toBe('lost')
    provider.answers = () => 'generating'
    await pass(15_000)
    expect(status()).toMatchObject({ phase: 'live', tracked: 10 })
  })

  test('an account error is the board’s: one block, no row error, until the user goes on', async () => {
    const { poller, provider, status, rowError, asked, clock } = startBoard(
      () => new ApiError(10, 'Clé API incorrecte'),
    )
    const start = clock()
    poller.track(tokensOf(30))
    await pass(50_000)
    expect(asked()).toHaveLength(4)
    expect(status()).toMatchObject({ phase: 'blocked', code: 10, nextCheckAt: start + 60_000 })
    await pass(8 * 60_000)
    expect(asked()).toHaveLength(3)
    expect(tokensOf(30).map(rowError)).toEqual(tokensOf(30).map(() => undefined))
    provider.answers = () => 'ready'
    poller.retry()
    await pass(100)
    expect(status()).toMatchObject({ phase: 'live', code: undefined })
  })

  test.each([
    ['signed-out', new HttpError(401)],
    ['signed-out', new DecodeError('html')],
    ['unusable', new HttpError(413)],
    ['unusable', new DecodeError('empty')],
    ['lost', new HttpError(502)],
  ] as const)('answers that are of no use are the board’s, %s, until one is: %s', async (phase, error) => {
    const { poller, provider, status, shown, rowError } = startBoard(() => 'ready')
    poller.track(['a', 'b'])
    await pass(100)
    provider.answers = () => error
    await pass(90_000)
    expect(status()).toMatchObject({ phase, lastError: { fault: toFault(error) } })
    expect([shown('a')?.rental.status, rowError('a')]).toEqual(['ready', toFault(error)])
    provider.answers = () => 'ready'
    await pass(5_000)
    expect(status().phase).toBe('live')
    expect(rowError('a')).toBeUndefined()
  })

  test('one broken rental is never the board’s, though all others are finished', async () => {
    const { poller, provider, status, asked } = startBoard(() => 'downloaded')
    poller.track(['broken', 'b', 'c'])
    await pass(100)
    provider.answers = token => (token === 'broken' ? new DecodeError('html') : 'downloaded')
    const phases = new Set<string>()
    poller.status.subscribe(({ phase }) => phases.add(phase))
    poller.refresh('broken')
    for (const isHidden of [false, true]) {
      poller.setHidden(isHidden)
      await pass(hour)
    }
    expect(phases).toEqual(new Set(['live']))
    expect(status().phase).toBe('live')
    expect(asked().length).toBeLessThan(130)
  })

  test('finished rentals alone say so when a check that was asked for finds nobody', async () => {
    const { poller, provider, status } = startBoard(() => 'downloaded')
    poller.track(['a', 'b'])
    await pass(100)
    provider.answers = () => new HttpError(403)
    poller.refresh('a')
    await pass(20_000)
    expect(status().phase).toBe('signed-out')
    provider.answers = () => 'downloaded'
    await pass(20_000)
    expect(status().phase).toBe('idle')
  })

  test('a server that asks again and again to wait is never live', async () => {
    const { poller, provider, status } = startBoard(() => 'generating')
    poller.track(['a'])
    await pass(100)
    provider.answers = () => new RateLimitError(1_000)
    await pass(12_000)
    const phases = new Set<string>()
    poller.status.subscribe(({ phase }) => phases.add(phase))
    await pass(60_000)
    expect(status().phase).toBe('slowed')
    expect(phases).toEqual(new Set(['slowed']))
  })

  test('a row keeps its own error when the board is refused', async () => {
    const { poller, provider, rowError } = startBoard(() => new ApiError(32, 'inconnue'))
    poller.track(['a'])
    await pass(100)
    provider.answers = () => new RateLimitError(5_000)
    poller.refresh('a')
    await pass(100)
    expect(rowError('a')).toEqual(toFault(new ApiError(32, 'inconnue')))
  })

  test('a check that the user asks for is also a wish to go on', async () => {
    const { poller, provider, status } = startBoard(() => new ApiError(1, ''))
    poller.track(['a'])
    await pass(100)
    provider.answers = () => 'ready'
    poller.refresh('a')
    await pass(100)
    expect(status().phase).toBe('live')
  })

  test('a refused check stays asked for until it can be made', async () => {
    const { poller, provider, status, asked, clock } = startBoard(() => 'downloaded')
    poller.track(['a'])
    await pass(100)
    provider.answers = () => new RateLimitError(30_000)
    poller.refresh('a')
    await pass(100)
    expect(status()).toMatchObject({ phase: 'slowed', until: clock() + 30_000 - 100 })
    expect(poller.checks.get('a')?.nextCheckAt).toBe(status().until)
    provider.answers = () => 'downloaded'
    asked()
    await pass(31_000)
    expect(asked()).toEqual(['a'])
    expect(status().phase).toBe('idle')
  })
})

test('in a pause nothing that is asked for seems to come while the connection is lost', async () => {
  const { poller, status } = startBoard(() => new NetworkError('refused'))
  poller.track(tokensOf(6))
  await pass(30_000)
  expect(status().phase).toBe('lost')
  poller.setSettings({ paused: true })
  poller.refresh(...tokensOf(6))
  await pass(60_000)
  const waiting = tokensOf(6).map(token => poller.checks.get(token)?.nextCheckAt)
  expect(waiting).toEqual(Array(6).fill(undefined))
})

describe('time', () => {
  test('a wall clock set back a day changes nothing', async () => {
    const { poller, asked, shown, clock } = startBoard(() => 'generating')
    poller.track(['a'])
    await pass(30_000)
    asked()
    vi.setSystemTime(Date.now() - day)
    await pass(60_000)
    expect(asked()).toHaveLength(6)
    expect(clock() - (shown('a')?.at ?? 0)).toBeLessThan(10_000)
  })

  test('one that was removed while the clock was ahead comes back with its data, and is polled', async () => {
    let time = 1_000_000
    const { poller, asked, shown } = startBoard(() => 'generating', { clock: () => time })
    time += day
    poller.track(['a', 'b'])
    await pass(100)
    poller.track(['b'])
    time -= day
    poller.moveTimes(at => at - day)
    asked()
    poller.track(['a', 'b'])
    expect(shown('a')).toMatchObject({ rental: { status: 'generating' }, at: time })
    time += 60_000
    await pass(10_000)
    expect(asked()).toContain('a')
  })

  test('hidden, an active rental is checked once a minute; shown again, at once', async () => {
    const { poller, asked } = startBoard(() => 'generating')
    poller.track(['a'])
    poller.setHidden(true)
    await pass(100)
    asked()
    await pass(600_000)
    expect(asked().length).toBeLessThanOrEqual(10)
    await pass(30_000)
    asked()
    poller.setHidden(false)
    await pass(10_000)
    expect(asked().length).toBeGreaterThanOrEqual(1)
  })

  test('after a sleep everything is swept as soon as the page wakes', async () => {
    let time = 1_000_000
    const { poller, asked } = startBoard(() => 'ready', { clock: () => time })
    poller.track(tokensOf(10))
    await pass(100)
    asked()
    time += 8 * 3_600_000
    poller.onResume()
    await pass(100)
    expect(asked()).toHaveLength(10)
  })

  test('a sleep is noticed within a minute even if nothing says so', async () => {
    let time = 1_000_000
    const { poller, asked } = startBoard(() => 'ready', { clock: () => time })
    poller.track(['a'])
    await pass(100)
    asked()
    time += 8 * 3_600_000
    await pass(60_000)
    expect(asked()[0]).toBe('a')
  })
})

describe('the user', () => {
  test('pauses: only what is asked for is checked', async () => {
    const { poller, asked, status } = startBoard(() => 'generating')
    poller.track(['a', 'b'])
    await pass(100)
    poller.setSettings({ paused: true })
    asked()
    await pass(60_000)
    expect(asked()).toEqual([])
    expect(status()).toMatchObject({ phase: 'paused', paused: true, nextCheckAt: undefined })
    poller.refresh('b')
    await pass(100)
    expect(asked()).toEqual(['b'])
    poller.setSettings({ paused: false })
    await pass(100)
    expect(asked()).toEqual(['a'])
  })

  test('changes the pace, which counts at once', async () => {
    const { poller, asked } = startBoard(() => 'generating', { settings: { pace: 60_000 } })
    poller.track(['a'])
    await pass(100)
    asked()
    poller.setSettings({ pace: 5_000 })
    await pass(60_000)
    expect(asked().length).toBeGreaterThanOrEqual(11)
  })

  test('has every rental checked, also the finished ones', async () => {
    const { poller, asked } = startBoard(() => 'downloaded')
    poller.track(tokensOf(8))
    await pass(100)
    asked()
    poller.refresh(...tokensOf(8))
    await pass(100)
    expect(asked().sort()).toEqual(tokensOf(8))
  })

  test('asking for one that is being checked adds no request', async () => {
    const { promise, answer } = openRequest()
    const { poller, asked, clock } = startBoard(() => promise)
    poller.track(['a'])
    poller.refresh('a')
    answer(replyOf('downloaded', clock()))
    await pass(60_000)
    expect(asked()).toEqual(['a'])
  })
})

describe('what the page is told', () => {
  test('counts, budget, latest reply and next check', async () => {
    const { poller, status, clock } = startBoard(token => (token === 'a' ? 'generating' : 'downloaded'))
    poller.track(['a', 'b', 'c'])
    expect(status()).toMatchObject({ phase: 'idle', tracked: 0 })
    await pass(100)
    expect(status()).toMatchObject({
      phase: 'live',
      leading: true,
      tracked: 3,
      active: 1,
      inFlight: 0,
      requestsLastMinute: 3,
      rate: 2,
      lastReplyAt: clock() - 100,
      lastError: undefined,
      slowedInterval: undefined,
    })
    expect(status().nextCheckAt).toBe(poller.checks.get('a')?.nextCheckAt)
  })

  test('the requests of the last minute fall out of the count without another request', async () => {
    const { poller, status } = startBoard(() => 'downloaded')
    poller.track(['a', 'b'])
    await pass(100)
    expect(status()).toMatchObject({ requestsLastMinute: 2, phase: 'idle' })
    await pass(65_000)
    expect(status().requestsLastMinute).toBe(0)
  })

  test('a thousand active rentals are each checked every eight minutes', async () => {
    const { poller, status } = startBoard(() => 'generating')
    poller.track(tokensOf(1_000))
    await pass(80_000)
    expect(status()).toMatchObject({ active: 1_000, slowedInterval: 500_000 })
    expect(status().requestsLastMinute).toBeLessThanOrEqual(121)
  })

  test('nothing is told when nothing changed', async () => {
    const { poller } = startBoard(() => 'downloaded')
    poller.track(['a'])
    await pass(70_000)
    const told = vi.fn()
    poller.status.subscribe(told)
    const checks = poller.checks.get('a')
    await pass(600_000)
    poller.onResume()
    await pass(100)
    expect(told).not.toHaveBeenCalled()
    expect(poller.checks.get('a')).toBe(checks)
  })

  test('listeners to checks hear of changes until they leave', async () => {
    const { poller } = startBoard(() => 'generating')
    const told = vi.fn()
    const leave = poller.checks.subscribe(told)
    poller.track(['a'])
    await pass(20_000)
    expect(told.mock.calls.length).toBeGreaterThan(0)
    leave()
    told.mockClear()
    await pass(20_000)
    expect(told).not.toHaveBeenCalled()
  })

  test('the history of a rental', async () => {
    const { poller, provider, clock, history } = startBoard(() => 'generating')
    const start = clock()
    poller.track(['a'])
    await pass(60_000)
    provider.answers = () => 'ready'
    await pass(60_000)
    expect(history('a')).toMatchObject([{ status: 'generating', from: start }, { status: 'ready' }])
  })

  test('after `stop` nothing happens any more', async () => {
    const { poller, asked } = startBoard(() => 'generating')
    poller.track(tokensOf(5))
    await pass(30_000)
    poller.stop()
    asked()
    await pass(600_000)
    poller.onResume()
    poller.refresh(...tokensOf(5))
    await pass(600_000)
    expect(asked()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('nothing is kept of a list that was emptied, once it can no longer be undone', async () => {
  type Holder = Map<unknown, unknown> | Set<unknown>
  const holders: WeakRef<Holder>[] = []
  const { set } = Map.prototype
  const { add } = Set.prototype
  function note(holder: Holder, key: unknown) {
    if (String(key).includes('token-')) holders.push(new WeakRef(holder))
  }
  // Not by spies, which hold what they were called on.
  Map.prototype.set = function (this: Map<unknown, unknown>, key, value) {
    note(this, key)
    return set.call(this, key, value)
  }
  Set.prototype.add = function (this: Set<unknown>, key) {
    note(this, key)
    return add.call(this, key)
  }
  onTestFinished(restore)
  function restore() {
    Map.prototype.set = set
    Set.prototype.add = add
  }
  const storage = createCheckStorage(memoryStorage(), () => undefined)
  const { poller, queryClient } = startBoard(token => (token === 'token-3' ? new HttpError(404) : 'ready'), {
    storage,
  })
  for (const token of tokensOf(30)) poller.track([token])
  poller.track(tokensOf(30))
  await pass(60_000)
  poller.refresh(...tokensOf(30))
  for (const token of tokensOf(30)) poller.checks.get(token)
  await pass(1_000)
  poller.track([])
  await pass(3_700_000)
  restore()
  vi.useRealTimers()
  await collectGarbage()
  const left = new Set(holders.flatMap(holder => holder.deref() ?? []))
  expect(left.size).toBeGreaterThan(2)
  expect([...left].flatMap(holder => [...holder.keys()])).toEqual([])
  expect(queryClient.getQueryCache().getAll()).toEqual([])
  // It ran until now, and so held what it holds.
  poller.stop()
})

/** What nothing holds any more is gone afterwards. */
async function collectGarbage() {
  setFlagsFromString('--expose-gc')
  await new Promise(resolve => setTimeout(resolve))
  runInNewContext('gc')()
}
