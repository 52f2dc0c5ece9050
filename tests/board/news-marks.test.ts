import { expect, test } from 'vitest'
import { createNewsMarks, isUnread } from '../../src/board/news-marks.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import type { NewsLine } from '../../src/rentals/news.ts'
import { NEWS_KEY } from '../../src/storage.ts'

const minute = 60_000

function line(token: string, at: number): NewsLine {
  return { token, to: 'ready', at }
}

function setUp(storage = memoryStorage()) {
  const time = { now: 1_000 * minute }
  const open = (lookedAt?: number) => createNewsMarks(storage, () => time.now, lookedAt)
  return { storage, time, open }
}

test('where nothing is stored, the last visit was when a board last looked', () => {
  const { open } = setUp()
  const { state } = open(900 * minute)
  expect(state.getState().visitEndedAt).toBe(900 * minute)
  expect(isUnread(state.getState(), line('a', 900 * minute))).toBe(false)
  expect(isUnread(state.getState(), line('a', 901 * minute))).toBe(true)
})

test('who comes back after half an hour has been away, and who blinks has not', () => {
  const { time, open } = setUp()
  const marks = open()
  marks.setShown(true)
  time.now += 60 * minute
  marks.setShown(false)
  const leftAt = time.now
  time.now += 29 * minute
  marks.setShown(true)
  expect(marks.state.getState().visitEndedAt).not.toBe(leftAt)
  marks.setShown(false)
  const awayFrom = time.now
  time.now += 30 * minute
  const later = open()
  later.setShown(true)
  expect(later.state.getState().visitEndedAt).toBe(awayFrom)
})

test('what is read stays read over a reload, later news of the rental do not', () => {
  const { open } = setUp()
  const lines = [line('a', 1_001 * minute), line('b', 1_002 * minute), line('a', 1_003 * minute)]
  open(minute).markRead(lines.slice(0, 2))
  const { state } = open(minute)
  expect(lines.map(each => isUnread(state.getState(), each))).toEqual([false, false, true])
})

test('all is read up to now', () => {
  const { time, open } = setUp()
  const marks = open(minute)
  marks.markAllRead()
  expect(isUnread(marks.state.getState(), line('a', time.now))).toBe(false)
  expect(isUnread(marks.state.getState(), line('a', time.now + 1))).toBe(true)
})

test('two tabs that mark at the same moment lose nothing, and hear of each other', () => {
  const { open } = setUp()
  const [one, other] = [open(minute), open(minute)]
  one.markRead([line('a', 1_001 * minute)])
  other.markRead([line('b', 1_001 * minute)])
  one.reload(NEWS_KEY)
  for (const { state } of [one, other]) {
    expect(state.getState().read.map(({ token }) => token)).toEqual(['a', 'b'])
  }
})

test('the marks are bounded, and the oldest go', () => {
  const { open } = setUp()
  const marks = open(minute)
  marks.markRead(Array.from({ length: 300 }, (_, index) => line(`token-${index}`, (1_001 + index) * minute)))
  const { read } = marks.state.getState()
  expect(read).toHaveLength(200)
  expect(read.at(0)?.token).toBe('token-100')
})

test.each(['', 'x', '{"v":2}', '{"v":1,"visitEndedAt":"x"}'])(
  'what cannot be read (%j) counts as nothing',
  text => {
    const { storage, open } = setUp()
    storage.setItem(NEWS_KEY, text)
    expect(open(900 * minute).state.getState().visitEndedAt).toBe(900 * minute)
  },
)

test('a clock that was set back leaves nothing read that is still to come', () => {
  const { time, open } = setUp()
  open(minute).markAllRead()
  time.now -= 60 * minute
  const { state } = open(minute)
  expect(isUnread(state.getState(), line('a', time.now + 1))).toBe(true)
  expect(state.getState().shownAt).toBeLessThanOrEqual(time.now)
})

test('without a storage it lasts as long as the page', () => {
  const marks = createNewsMarks(undefined, () => 1_000 * minute, minute)
  marks.markRead([line('a', 2 * minute)])
  expect(isUnread(marks.state.getState(), line('a', 2 * minute))).toBe(false)
})
