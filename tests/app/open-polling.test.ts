import { beforeEach, expect, test, vi } from 'vitest'
import { openPolling } from '../../src/app/open-polling.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { createPersistedCache } from '../../src/polling/kept-book.ts'
import { createLatePoller } from '../../src/polling/late-poller.ts'
import { defaultPollSettings } from '../../src/polling/poll-status.ts'
import { startPolling } from '../../src/polling/start-polling.ts'
import { replyOf } from '../polling/simulate.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

function parts() {
  const seen = createCheckStorage(undefined, () => undefined)
  const book = createPersistedCache(seen, Date.now)
  const poller = createLatePoller(defaultPollSettings, book.history)
  const source = vi.fn(async () => replyOf('ready', Date.now()))
  const start = () => startPolling({ clock: Date.now, source, seen: book.seen })
  return { book, poller, source, start }
}

test('the board is polled, and its book filled, once the code is there', async () => {
  const { book, poller, start } = parts()
  const stop = openPolling(async () => start, poller, book)
  poller.track(['a'])
  await vi.advanceTimersByTimeAsync(100)
  expect(book.reply('a')?.rental.status).toBe('ready')
  expect(poller.status.getState().phase).toBe('live')
  stop()
})

test('a code that does not come is said and asked for again until it does', async () => {
  const { book, poller, start } = parts()
  const load = vi.fn(async () => start).mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const stop = openPolling(load, poller, book)
  poller.track(['a'])
  await vi.advanceTimersByTimeAsync(9_000)
  expect(poller.status.getState().phase).toBe('lost')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(load).toHaveBeenCalledTimes(2)
  expect(book.reply('a')?.rental.status).toBe('ready')
  stop()
})

test('a board that was left meanwhile is never polled', async () => {
  const { book, poller, source, start } = parts()
  const stop = openPolling(async () => start, poller, book)
  poller.track(['a'])
  stop()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(source).not.toHaveBeenCalled()
})
