import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RateLimitError } from '../../src/api/errors.ts'
import { followClock } from '../../src/app/follow-clock.ts'
import { createNewsMarks } from '../../src/board/news-marks.ts'
import { createPreferences } from '../../src/board/preferences.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createClock } from '../../src/lib/clock.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'
import { CHECK_PREFIX, DOWNLOAD_PREFIX, entryKey } from '../../src/storage.ts'
import { pass, startBoard } from '../polling/board.ts'

// Hours are played here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 })

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const NOON_MS = Date.UTC(2026, 10, 23, 12)

beforeEach(() => {
  vi.useFakeTimers({ now: NOON_MS })
})

const open: (() => void)[] = []
afterEach(() => {
  for (const stop of open.splice(0)) stop()
})

/** A board whose one rental was seen yesterday, on a clock that was right. */
function openBoard() {
  const clock = createClock(
    () => Date.now(),
    () => performance.now(),
  )
  const storage = memoryStorage()
  const checks = createCheckStorage(storage, () => undefined)
  const yesterday = NOON_MS - 24 * HOUR_MS
  const history = [{ status: 'requested' as const, from: yesterday, until: yesterday }]
  const rental = {
    status: 'requested' as const,
    targeting: { zipcodes: [], departments: [] },
    places: [],
    flags: [],
  }
  checks.save('a', { reply: { rental, at: yesterday }, history })
  const tracked = createTrackedStore(storage, clock)
  tracked.add([{ token: 'a' }])
  const board = startBoard(() => 'generating', { clock, storage: checks })
  board.poller.track(['a'])
  const preferences = createPreferences(storage)
  preferences.set({ paused: false, pausedAt: clock() })
  const followed = followClock({ clock, tracked, preferences, poller: board.poller, storage })
  open.push(board.poller.stop, followed.stop)
  return { ...board, ...followed, tracked, storage, yesterday }
}

/** All the times that are stored. */
function storedTimes(storage: Storage): number[] {
  const texts = Array.from(
    { length: storage.length },
    (_, index) => storage.getItem(storage.key(index) ?? '') ?? '',
  )
  return texts.flatMap(text =>
    [...text.matchAll(/[:[,](1[78]\d{11}(?:\.\d+)?)/g)].map(([, time]) => Number(time)),
  )
}

test.each([
  ['opened two hours ahead', 0],
  ['opened two hours ahead, three hours ago', 3 * HOUR_MS],
])('%s, then set right: all that was recorded since is put right, shown and stored', async (_, openFor) => {
  vi.setSystemTime(NOON_MS + 2 * HOUR_MS)
  const board = openBoard()
  board.storage.setItem(
    entryKey(DOWNLOAD_PREFIX, 'a'),
    JSON.stringify({ v: 1, at: NOON_MS + 2 * HOUR_MS + openFor + 0.5, state: 'done' }),
  )
  createNewsMarks(board.storage, board.clock).markAllRead()
  await pass(openFor + MINUTE_MS)
  expect(Math.max(...storedTimes(board.storage))).toBeGreaterThan(NOON_MS + openFor + HOUR_MS)

  vi.setSystemTime(NOON_MS + openFor + MINUTE_MS)
  board.asked()
  await pass(1_000)
  const now = NOON_MS + openFor + MINUTE_MS + 1_000
  expect(board.clock()).toBe(now)
  const { at = 0 } = board.shown('a') ?? {}
  expect(now - at).toBeLessThan(12_000)
  expect(board.history('a')).toEqual([
    { status: 'requested', from: board.yesterday, until: board.yesterday },
    { status: 'generating', from: NOON_MS, until: at },
  ])
  expect(board.tracked.state.getState().rentals.get('a')?.addedAt).toBe(NOON_MS)
  expect(board.openedAt()).toBe(NOON_MS)
  const times = storedTimes(board.storage)
  process.stdout.write(
    `stored after ${openFor / HOUR_MS} h: ${times.length} times, ${times.filter(time => time > now).length} in the future\n`,
  )
  expect(times.filter(time => time > now)).toEqual([])
  expect(board.storage.getItem(entryKey(CHECK_PREFIX, 'a'))).toContain(`"from":${NOON_MS},`)

  await pass(MINUTE_MS)
  expect(board.asked().length).toBeGreaterThanOrEqual(5)
  expect(board.asked().length).toBeLessThanOrEqual(8)
})

test('what is asked for, and a wait that the server asked for, move with the clock', async () => {
  vi.setSystemTime(NOON_MS + 2 * HOUR_MS)
  const { poller, provider, asked, status } = openBoard()
  await pass(MINUTE_MS + 500)
  provider.answers = () => new RateLimitError(10 * MINUTE_MS)
  poller.refresh('a')
  await pass(100)
  vi.setSystemTime(NOON_MS + MINUTE_MS)
  await pass(1_000)
  expect(status()).toMatchObject({ phase: 'slowed' })
  expect((status().until ?? 0) - Date.now()).toBeLessThan(10 * MINUTE_MS)
  expect((status().until ?? 0) - Date.now()).toBeGreaterThan(9 * MINUTE_MS)
  provider.answers = () => 'downloaded'
  asked()
  await pass(11 * MINUTE_MS)
  expect(asked()).toEqual(['a'])
})
