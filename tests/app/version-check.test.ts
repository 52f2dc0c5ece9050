// @vitest-environment jsdom
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { markBroken, ownVersion, versionStore, watchVersion } from '../../src/app/version-check.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { network } from '../network.ts'

const TEN_MINUTES_MS = 600_000

const reload = vi.fn()
let answers: Promise<unknown>[]
let deployed: string
let asked: number

beforeEach(() => {
  // Only the watch's own timer is faked: requests run as they do.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  versionStore.setState({ reason: undefined })
  reload.mockReset()
  deployed = 'first'
  asked = 0
  answers = []
  const { fetch } = globalThis
  vi.spyOn(globalThis, 'fetch').mockImplementation((...request) => {
    const answer = fetch(...request)
    answers.push(answer)
    return answer
  })
  network.use(
    http.get('/version.json', () => {
      asked += 1
      return HttpResponse.json({ version: deployed })
    }),
  )
})

afterEach(() => vi.restoreAllMocks())

/** Starts the watch of a page of the first version; every start after that is one of its reloads. */
function watch({ isWall = true, memory = memoryStorage(), own = 'first' } = {}) {
  const stop = watchVersion({ own, isWall: () => isWall, memory, reload })
  onTestFinished(stop)
  return stop
}

/** Lets ten minutes pass, and the answer come. */
async function look() {
  const before = asked
  vi.advanceTimersByTime(TEN_MINUTES_MS)
  await vi.waitFor(() => expect(asked).toBe(before + 1))
  await settled()
}

/** Lets the answers on their way arrive and be read. */
async function settled() {
  await Promise.allSettled(answers)
  await new Promise(resolve => setTimeout(resolve, 20))
}

function reason() {
  return versionStore.getState().reason
}

describe('a page', () => {
  test('asks every ten minutes, not before', async () => {
    watch({ isWall: false })
    vi.advanceTimersByTime(TEN_MINUTES_MS - 1)
    await settled()
    expect(asked).toBe(0)
    vi.advanceTimersByTime(1)
    await vi.waitFor(() => expect(asked).toBe(1))
    await look()
    expect(reason()).toBeUndefined()
  })

  test('offers to reload once another version is deployed, and does not do it by itself', async () => {
    watch({ isWall: false })
    deployed = 'second'
    await look()
    expect(reason()).toBe('newer')
    expect(reload).not.toHaveBeenCalled()
  })

  test('offers to reload when a part of it cannot be loaded', async () => {
    watch({ isWall: false })
    window.dispatchEvent(new Event('vite:preloadError'))
    expect(reason()).toBe('broken')
    await vi.waitFor(() => expect(asked).toBe(1))
    await settled()
    expect(reload).not.toHaveBeenCalled()
  })

  test.each([
    ['a web page', () => new HttpResponse('<!doctype html><title>the page</title>')],
    ['another form', () => HttpResponse.json({ versions: ['second'] })],
    ['an empty version', () => HttpResponse.json({ version: '' })],
    ['an error of the network', () => HttpResponse.error()],
  ])('makes nothing of %s', async (_, answer) => {
    watch()
    network.use(
      http.get('/version.json', () => {
        asked += 1
        return answer()
      }),
    )
    await look()
    expect(reason()).toBeUndefined()
    expect(reload).not.toHaveBeenCalled()
  })

  test('asks for nothing in development', async () => {
    onTestFinished(watchVersion({ own: undefined, isWall: () => true, memory: undefined, reload }))
    vi.advanceTimersByTime(10 * TEN_MINUTES_MS)
    await settled()
    expect(asked).toBe(0)
  })

  test('stops asking when the watch ends', async () => {
    watch()()
    vi.advanceTimersByTime(TEN_MINUTES_MS)
    markBroken()
    await settled()
    expect(asked).toBe(0)
  })

  test('reads its version from its head', () => {
    expect(ownVersion()).toBeUndefined()
    document.head.innerHTML = '<meta name="build-version" content="abc">'
    onTestFinished(() => document.head.replaceChildren())
    expect(ownVersion()).toBe('abc')
  })
})

describe('a wall', () => {
  test('reloads by itself for another version', async () => {
    watch()
    deployed = 'second'
    await look()
    expect(reload).toHaveBeenCalledOnce()
  })

  test('reloads once for a version, although the page stays the old one', async () => {
    const memory = memoryStorage()
    deployed = 'second'
    for (let start = 0; start < 3; start += 1) {
      const stop = watch({ memory })
      await look()
      await look()
      stop()
    }
    expect(reload).toHaveBeenCalledOnce()
    expect(reason()).toBe('newer')
  })

  test('reloads again for the version after that, and when it is taken back', async () => {
    const memory = memoryStorage()
    for (const [own, next] of [
      ['first', 'second'],
      ['second', 'third'],
      ['third', 'first'],
    ] as const) {
      const stop = watch({ memory, own })
      deployed = next
      await look()
      stop()
    }
    expect(reload).toHaveBeenCalledTimes(3)
  })

  test('goes no further round when two servers disagree', async () => {
    const memory = memoryStorage()
    for (let start = 0; start < 6; start += 1) {
      const [own, other] = start % 2 === 0 ? ['first', 'second'] : ['second', 'first']
      const stop = watch({ memory, own })
      deployed = other
      await look()
      stop()
    }
    expect(reload).toHaveBeenCalledTimes(2)
  })

  test('reloads once when it breaks, for the same version too', async () => {
    const memory = memoryStorage()
    for (let start = 0; start < 2; start += 1) {
      versionStore.setState({ reason: undefined })
      const stop = watch({ memory })
      const before = asked
      markBroken()
      await vi.waitFor(() => expect(asked).toBe(before + 1))
      await settled()
      stop()
    }
    expect(reload).toHaveBeenCalledOnce()
  })

  test('waits with it until the server answers', async () => {
    let isDown = true
    network.use(
      http.get('/version.json', () => {
        asked += 1
        return isDown ? HttpResponse.error() : HttpResponse.json({ version: deployed })
      }),
    )
    watch()
    markBroken()
    await vi.waitFor(() => expect(asked).toBe(1))
    await settled()
    expect(reload).not.toHaveBeenCalled()
    isDown = false
    await look()
    expect(reload).toHaveBeenCalledOnce()
  })

  test.each([
    ['is none', undefined],
    ['is full', { ...memoryStorage(), setItem: () => expect.fail('full') }],
    ['holds something else', Object.assign(memoryStorage(), { getItem: () => 'nonsense' })],
  ])('does not reload where the memory %s', async (_, memory) => {
    onTestFinished(watchVersion({ own: 'first', isWall: () => true, memory, reload }))
    deployed = 'second'
    await look()
    expect(reason()).toBe('newer')
    expect(reload).not.toHaveBeenCalled()
  })

  test('remembers the last twenty versions only', async () => {
    const memory = memoryStorage()
    for (let version = 0; version < 25; version += 1) {
      const stop = watch({ memory })
      deployed = `v${version}`
      await look()
      stop()
    }
    expect(reload).toHaveBeenCalledTimes(25)
    expect(JSON.parse(memory.getItem('rental-board:v1:reloaded') ?? '')).toHaveLength(20)
  })
})
