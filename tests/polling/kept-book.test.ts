// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { createPersistedCache } from '../../src/polling/kept-book.ts'
import type { RentalCache } from '../../src/polling/rental-cache.ts'
import { replyOf } from './simulate.ts'

const ready = replyOf('ready', 1_000)
const history = [{ status: 'ready', from: 500, until: 1_000 }] as const

function bookOf(...tokens: readonly string[]) {
  const seen = createCheckStorage(localStorage, () => undefined)
  for (const token of tokens) seen.save(token, ready, history)
  const load = vi.fn(seen.load)
  return { book: createPersistedCache({ ...seen, load }, () => 2_000), load }
}

/** What the polling brings: another reply for every rental, told when the test says so. */
function fakeLive() {
  const listeners = new Set<(token: string) => void>()
  const live: RentalCache = {
    reply: () => replyOf('downloaded', 2_000),
    error: () => new Error('gone'),
    history: () => [],
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { live, tell: (token: string) => listeners.forEach(listener => void listener(token)) }
}

test('a board that opens shows what was kept, and knows of no error', () => {
  const { book } = bookOf('a')
  expect([book.reply('a'), book.history('a'), book.error('a')]).toEqual([ready, history, undefined])
  expect(book.reply('b')).toBeUndefined()
})

test('an entry is read once, for the book and for the polling', () => {
  const { book, load } = bookOf('a')
  const shown = book.reply('a')
  expect(book.history('a')).toEqual(history)
  expect(book.seen.load('a', 2_000)?.reply).toBe(shown)
  expect(load).toHaveBeenCalledOnce()
})

test('what is asked for after the polling took it over is read anew', () => {
  const { book, load } = bookOf('a')
  book.reply('a')
  book.seen.load('a', 2_000)
  book.seen.forget('a')
  expect(book.seen.load('a', 2_000)).toBeUndefined()
  expect(load).toHaveBeenCalledTimes(2)
})

test('once the polling is there, the book is what it says', () => {
  const { book } = bookOf('a')
  const { live, tell } = fakeLive()
  const heard = vi.fn()
  const stop = book.subscribe(heard)
  book.connect(live)
  expect(book.reply('a')?.rental.status).toBe('downloaded')
  expect(book.error('a')).toEqual(new Error('gone'))
  expect(book.history('a')).toEqual([])
  tell('a')
  stop()
  tell('b')
  expect(heard.mock.calls).toEqual([['a']])
})
