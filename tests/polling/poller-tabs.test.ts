import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError, HttpError, NetworkError, RateLimitError } from '../../src/api/errors.ts'
import { toFault } from '../../src/api/fault.ts'
import { parseReply } from '../../src/api/parse-reply.ts'
import type { RentalReply } from '../../src/api/rental.ts'
import { createClock } from '../../src/lib/clock.ts'
import type { Check } from '../../src/polling/check.ts'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import { fullLimiter } from '../../src/polling/rate-limiter.ts'
import { rentalQuery } from '../../src/polling/tracked-rentals.ts'
import { POLLING_CHANNEL_PREFIX } from '../../src/storage.ts'
import { pass, startBoard } from './board.ts'
import { fakeBrowser } from './fake-browser.ts'
import { tokensOf } from './replies.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

type Provider = { answer: (token: string) => number | Error; isStale?: boolean }

const open: { stop: () => void }[] = []
afterEach(() => {
  for (const { stop } of open.splice(0)) stop()
})

/** Opens one more tab of the board in a browser; all tabs ask the same provider. */
function openBoard(browser: ReturnType<typeof fakeBrowser>, provider: Provider, clock = createClock()) {
  const { services, ...tab } = browser.openTab()
  function answer(token: string): Promise<RentalReply> | Error {
    const status = provider.answer(token)
    if (status instanceof Error) return status
    const raw = JSON.stringify({ success: true, token, status })
    const { isStale = false } = provider
    return Promise.resolve({ raw, rental: parseReply(raw), at: clock(), ...(isStale && { isStale }) })
  }
  const board = startBoard(answer, { clock, tabs: services })
  open.push(board.poller)
  function setBack() {
    const move = clock.correct()
    if (move) board.poller.moveTimes(move)
  }
  return { ...board, ...tab, setBack }
}

async function openTwo(provider: Provider) {
  const browser = fakeBrowser()
  const first = openBoard(browser, provider)
  await pass(10)
  const second = openBoard(browser, provider)
  await pass(10)
  return { browser, first, second }
}

const generating: Provider = { answer: () => 1 }

describe('two tabs', () => {
  test('one asks, both show', async () => {
    const { first, second } = await openTwo(generating)
    first.poller.track(['a', 'b'])
    second.poller.track(['a', 'b'])
    await pass(60_000)
    expect(first.asked().length).toBeGreaterThan(10)
    expect(second.asked()).toEqual([])
    expect(second.shown('a')).toEqual(first.shown('a'))
    expect(second.history('a')).toEqual(first.history('a'))
    expect(second.poller.checks.get('a')).toEqual(first.poller.checks.get('a'))
    expect(second.status()).toEqual({ ...first.status(), leading: false })
    expect(first.status().leading).toBe(true)
  })

  test('share errors with their class', async () => {
    const provider: Provider = {
      answer: token => (token === 'a' ? new ApiError(32, 'inconnue') : new HttpError(404)),
    }
    const { first, second } = await openTwo(provider)
    first.poller.track(['a', 'b'])
    second.poller.track(['a', 'b'])
    await pass(100)
    expect(second.rowError('a')).toEqual(toFault(new ApiError(32, 'inconnue')))
    expect(second.rowError('b')).toEqual(toFault(new HttpError(404)))
  })

  test('share that a reply stands in for another, also with one that opens later', async () => {
    const { browser, first, second } = await openTwo({ answer: () => 5, isStale: true })
    const third = openBoard(browser, generating)
    for (const { poller } of [first, second]) poller.track(['a'])
    await pass(100)
    third.poller.track(['a'])
    await pass(100)
    for (const { shown } of [first, second, third]) expect(shown('a')?.isStale).toBe(true)
  })

  test('what the user does in the one that follows is done there: it takes the lead', async () => {
    const { first, second } = await openTwo({ answer: () => 5 })
    first.poller.track(['a'])
    second.poller.track(['a'])
    await pass(100)
    first.asked()
    second.poller.refresh('a')
    await pass(300)
    expect([first.asked(), second.asked()]).toEqual([[], ['a']])
    expect([first.status().leading, second.status().leading]).toEqual([false, true])
  })

  test('what was asked for in one that lost the lead is checked by the other', async () => {
    const { first, second } = await openTwo({ answer: () => 5 })
    const all = tokensOf(60)
    for (const { poller } of [first, second]) poller.track(all)
    await pass(60_000)
    first.asked()
    first.poller.refresh(...all)
    await pass(100)
    second.poller.setHidden(false)
    await pass(60_000)
    expect(new Set([...first.asked(), ...second.asked()])).toEqual(new Set(all))
    expect(first.poller.checks.get('token-59')?.nextCheckAt).toBeUndefined()
  })

  test('the tab where the user goes on after an account error takes the lead, as only it may know the key', async () => {
    const { first, second } = await openTwo(generating)
    const wrongKey = () => new ApiError(10, '')
    first.provider.answers = wrongKey
    first.poller.track(['a'])
    second.poller.track(['a'])
    await pass(100)
    expect([first.status().phase, second.status().phase]).toEqual(['blocked', 'blocked'])
    second.poller.retry()
    await pass(300)
    expect([first.status().phase, second.status().phase]).toEqual(['live', 'live'])
    expect([first.status().leading, second.status().leading]).toEqual([false, true])
    expect(second.rowError('a')).toBeUndefined()
    first.asked()
    await pass(60_000)
    expect(first.asked()).toEqual([])
  })

  test('so does the one where a check is asked for while the account is refused', async () => {
    const { first, second } = await openTwo(generating)
    first.provider.answers = () => new ApiError(1, '')
    first.poller.track(['a', 'b'])
    second.poller.track(['a', 'b'])
    await pass(100)
    second.poller.refresh('b')
    await pass(300)
    expect(second.asked()).toEqual(['b', 'a'])
    expect(first.status().phase).toBe('live')
  })

  test('a tab that opens later shows at once what the first one has', async () => {
    const provider: Provider = { answer: token => (token === 'gone' ? new ApiError(32, '') : 5) }
    const browser = fakeBrowser()
    const first = openBoard(browser, provider)
    first.poller.track(['a', 'gone'])
    await pass(60_000)
    const second = openBoard(browser, provider)
    second.poller.track(['a', 'gone'])
    await pass(10)
    expect(second.shown('a')?.rental.status).toBe('downloaded')
    expect(second.rowError('gone')).toEqual(toFault(new ApiError(32, '')))
    expect(second.poller.checks.get('gone')).toEqual(first.poller.checks.get('gone'))
    expect(second.asked()).toEqual([])
  })

  test('a rental removed in one is forgotten once the other drops it as well', async () => {
    const { first, second } = await openTwo(generating)
    first.poller.track(['a', 'b'])
    second.poller.track(['a', 'b'])
    await pass(30_000)
    first.poller.track(['a'])
    second.poller.track(['a'])
    await pass(10)
    expect(first.poller.checks.get('b')).toBeUndefined()
    expect(second.poller.checks.get('b')).toBeUndefined()
    expect(first.queryClient.getQueryCache().getAll()).toHaveLength(1)
    await pass(60_000)
    expect(second.queryClient.getQueryCache().getAll()).toHaveLength(1)
  })

  test('the board counts as hidden only when no tab is on screen', async () => {
    const { first, second } = await openTwo(generating)
    first.poller.track(['a'])
    second.poller.track(['a'])
    await pass(20_000)
    first.poller.setHidden(true)
    await pass(300)
    expect([first.status().leading, second.status().leading]).toEqual([false, true])
    second.asked()
    await pass(60_000)
    expect(second.asked().length).toBeGreaterThanOrEqual(5)
    second.poller.setHidden(true)
    await pass(120_000)
    second.asked()
    await pass(600_000)
    expect(second.asked().length).toBeLessThanOrEqual(11)
    expect(first.asked().length).toBeLessThanOrEqual(4)
  })

  test('clocks that differ by a day agree on ages', async () => {
    const browser = fakeBrowser()
    const first = openBoard(browser, generating)
    first.poller.track(['a'])
    await pass(5_000)
    vi.setSystemTime(Date.now() - 86_400_000)
    const second = openBoard(browser, generating, createClock())
    second.poller.track(['a'])
    await pass(1_000)
    first.setBack()
    await pass(60_000)
    const age = second.clock() - (second.shown('a')?.at ?? 0)
    expect(age).toBe(first.clock() - (first.shown('a')?.at ?? 0))
    expect(age).toBeLessThan(20_000)
  })
})

describe('among themselves', () => {
  /** The channel of the tabs, from one more. */
  function openChannel(browser: ReturnType<typeof fakeBrowser>) {
    const { BroadcastChannel } = browser.openTab().services
    if (BroadcastChannel === undefined) throw new Error('a fake browser has channels')
    return new BroadcastChannel(POLLING_CHANNEL_PREFIX)
  }

  /** Hears all that the tabs say. */
  function eavesdrop(browser: ReturnType<typeof fakeBrowser>) {
    const channel = openChannel(browser)
    const heard: unknown[] = []
    channel.onmessage = ({ data }: MessageEvent<{ message: unknown }>) => heard.push(data.message)
    return heard
  }

  test('a list that did not change is no news', async () => {
    const { browser, second } = await openTwo(generating)
    second.poller.track(['a'])
    await pass(10)
    const heard = eavesdrop(browser)
    second.poller.track(['a'])
    await pass(10)
    expect(heard).toEqual([])
    second.poller.track(['a', 'b'])
    await pass(10)
    expect(heard).toMatchObject([
      { kind: 'hello', rentals: [{ token: 'b' }] },
      { kind: 'report', checks: [] },
    ])
  })

  test('a tab that takes the lead is told only what is newer than what it has', async () => {
    const { browser, first, second } = await openTwo({ answer: () => 5 })
    first.poller.track(['a', 'b'])
    second.poller.track(['a', 'b'])
    await pass(100)
    const heard = eavesdrop(browser)
    second.poller.setHidden(false)
    await pass(300)
    expect(heard).toMatchObject([
      { kind: 'hello', rentals: [{ token: 'a' }, { token: 'b' }] },
      { kind: 'report', checks: [] },
      { kind: 'hello' },
      { kind: 'report', checks: [] },
    ])
  })

  test.each<[string, (check: Check) => unknown]>([
    ['nothing', () => undefined],
    ['a list', () => []],
    ['a status that does not exist', check => ({ ...check, reply: { rental: { status: 'lost' }, at: 1 } })],
    [
      'a history in disorder',
      check => ({ ...check, history: check.history.map(entry => ({ ...entry, until: 1 })) }),
    ],
    ['no failures', ({ failures: _, ...check }) => check],
    ['a text in place of a time', check => ({ ...check, checkedAt: String(check.checkedAt) })],
  ])('a check with %s is passed over, and the others of its report are not', async (_, spoil) => {
    const { browser, first, second } = await openTwo(generating)
    first.poller.track(['a', 'b'])
    second.poller.track(['a', 'b'])
    await pass(100)
    const known = second.queryClient.getQueryData<Check>(rentalQuery('a').queryKey)
    if (known === undefined) throw new Error('the second tab hears of the check')
    const at = second.clock() + 1
    const later = { ...known, checkedAt: at, history: [{ status: 'ready' as const, from: at, until: at }] }
    const message = {
      kind: 'report',
      checks: [
        { token: 'a', check: spoil(later) },
        { token: 'b', check: later },
      ],
      service: { circuit: closedCircuit, limiter: fullLimiter(at) },
      hidden: false,
    }
    openChannel(browser).postMessage({ clockOffset: 0, message })
    await pass(10)
    expect(second.history('a')).toEqual(known.history)
    expect(second.history('b')).toEqual(later.history)
  })

  test('one that stopped says nothing more', async () => {
    const { first } = await openTwo(generating)
    first.poller.track(['a'])
    first.poller.stop()
    expect(() => first.poller.refresh('a')).not.toThrow()
  })

  test('an older check never replaces a newer one', async () => {
    const { first, second } = await openTwo(generating)
    for (const { poller } of [first, second]) poller.track(['a'])
    await pass(100)
    first.freeze()
    second.poller.setHidden(false)
    second.provider.answers = () => 'ready'
    second.poller.refresh('a')
    await pass(5_000)
    first.thaw()
    await pass(100)
    for (const { shown } of [first, second]) expect(shown('a')?.rental.status).toBe('ready')
  })
})

describe('a tab that comes on screen', () => {
  test('takes the lead and goes on from what the other knew', async () => {
    const { first, second } = await openTwo({ answer: token => (token === 'token-0' ? 5 : 1) })
    for (const { poller } of [first, second]) poller.track(tokensOf(5))
    await pass(60_000)
    first.asked()
    second.poller.setHidden(false)
    await pass(60_000)
    expect([first.status().leading, second.status().leading]).toEqual([false, true])
    expect(first.asked().length).toBeLessThanOrEqual(4)
    const asked = second.asked()
    expect(asked).not.toContain('token-0')
    expect(asked.length).toBeLessThanOrEqual(4 * 7)
  })

  test('keeps to the wait that the server asked for, and to the budget', async () => {
    const { first, second } = await openTwo({ answer: () => 1 })
    first.provider.answers = () => new RateLimitError(60_000)
    for (const { poller } of [first, second]) poller.track(tokensOf(30))
    await pass(1_000)
    second.poller.setHidden(false)
    await pass(50_000)
    expect(second.asked()).toEqual([])
    expect(second.status().phase).toBe('slowed')
    await pass(20_000)
    expect(second.asked().length).toBeGreaterThan(0)
    expect(second.asked().length).toBeLessThanOrEqual(25)
  })

  test('opened while the account is refused sends nothing at once', async () => {
    const browser = fakeBrowser()
    const first = openBoard(browser, { answer: () => new ApiError(10, '') })
    first.poller.track(['a', 'b'])
    await pass(1_000)
    const second = openBoard(browser, generating)
    second.poller.track(['a', 'b'])
    second.poller.setHidden(false)
    await pass(1_000)
    expect(second.status()).toMatchObject({ leading: true, phase: 'blocked', code: 10 })
    expect(second.asked()).toEqual([])
  })
})

describe('when the leading tab goes', () => {
  test.each(['crash', 'stop'] as const)(
    'by %s, another polls within 5 s and starts from what it knows',
    async way => {
      const { first, second } = await openTwo({ answer: token => (token === 'token-0' ? 5 : 1) })
      first.poller.track(tokensOf(5))
      second.poller.track(tokensOf(5))
      await pass(60_000)
      first.poller.stop()
      if (way === 'crash') first.crash()
      await pass(5_000)
      expect(second.status().leading).toBe(true)
      await pass(10_000)
      const asked = second.asked()
      expect(asked).not.toContain('token-0')
      expect(new Set(asked).size).toBe(4)
      expect(asked.length).toBeLessThanOrEqual(8)
    },
  )

  test('its requests under way are made again', async () => {
    const never = new Promise<RentalReply>(() => {})
    const browser = fakeBrowser()
    const { services, crash } = browser.openTab()
    const clock = createClock()
    const first = startBoard(() => never, { clock, tabs: services })
    await pass(10)
    const second = openBoard(browser, generating)
    first.poller.track(['a'])
    second.poller.track(['a'])
    await pass(10)
    expect(second.asked()).toEqual([])
    crash()
    await pass(100)
    expect(second.asked()).toEqual(['a'])
    first.poller.stop()
  })

  test('a lost connection stays known as lost', async () => {
    const provider: Provider = { answer: () => 1 }
    const { first, second } = await openTwo(provider)
    first.poller.track(tokensOf(5))
    second.poller.track(tokensOf(5))
    await pass(30_000)
    provider.answer = () => new NetworkError('refused')
    await pass(30_000)
    expect(second.status().phase).toBe('lost')
    first.poller.stop()
    first.crash()
    second.asked()
    await pass(8_000)
    expect(second.asked().length).toBeLessThanOrEqual(3)
  })

  test('a tab that comes on screen takes over from one that is frozen, and hands nothing back', async () => {
    const { first, second } = await openTwo(generating)
    for (const { poller } of [first, second]) poller.track(['a'])
    await pass(10)
    first.freeze()
    second.poller.setHidden(false)
    await pass(25_000)
    expect(second.status().leading).toBe(true)
    expect(second.asked().length).toBeGreaterThan(0)
    first.thaw()
    await pass(100)
    expect([first.status().leading, second.status().leading]).toEqual([false, true])
    first.asked()
    await pass(60_000)
    expect(first.asked()).toEqual([])
  })

  test('to one that is hidden, another that is on screen takes over', async () => {
    const browser = fakeBrowser()
    const [first, second, third] = [1, 2, 3].map(() => openBoard(browser, generating))
    await pass(10)
    second?.poller.setHidden(true)
    await pass(10)
    first?.poller.stop()
    await pass(300)
    expect([second?.status().leading, third?.status().leading]).toEqual([false, true])
  })
})

test.each([
  ['locks', { locks: undefined }],
  ['channels', { BroadcastChannel: undefined }],
])('without %s every tab polls for itself', (_, missing) => {
  const { services } = fakeBrowser().openTab()
  const { poller, status } = startBoard(() => 'ready', { tabs: { ...services, ...missing } })
  expect(status().leading).toBe(true)
  poller.stop()
})
