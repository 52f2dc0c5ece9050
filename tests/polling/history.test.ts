import { expect, test } from 'vitest'
import { appendHistory, type History } from '../../src/polling/history.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'

function seen(...looks: [RentalStatus, number][]): History {
  return looks.reduce<History>((history, [status, at]) => appendHistory(history, status, at), [])
}

test('writes down when each status was first seen and last confirmed', () => {
  expect(seen(['requested', 0], ['requested', 10], ['generating', 20], ['generating', 30])).toEqual([
    { status: 'requested', from: 0, until: 10 },
    { status: 'generating', from: 20, until: 30 },
  ])
})

test('a look from before the latest one changes nothing', () => {
  const history = seen(['requested', 0], ['generating', 100])
  expect(appendHistory(history, 'requested', 50)).toBe(history)
})

test('keeps the first entry and the most recent nineteen', () => {
  const looks = Array.from({ length: 50 }, (_, at): [RentalStatus, number] => [
    at % 2 ? 'ready' : 'generating',
    at,
  ])
  const history = seen(...looks)
  expect(history.map(({ from }) => from)).toEqual([
    0,
    ...Array.from({ length: 19 }, (_, index) => 31 + index),
  ])
})
