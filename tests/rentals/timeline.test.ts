import { expect, test } from 'vitest'
import { appendHistory, type History } from '../../src/polling/history.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'
import { currentSince, timelineOf } from '../../src/rentals/timeline.ts'

const minute = 60_000

function seen(...looks: [RentalStatus, number][]): History {
  return looks.reduce<History>((history, [status, at]) => appendHistory(history, status, at), [])
}

test('a step that was watched to its end lasted until the next began', () => {
  const history = seen(['requested', 0], ['requested', 50_000], ['generating', 60_000], ['ready', 3 * minute])
  expect(timelineOf(history)).toEqual([
    { status: 'requested', from: 0, exact: false, lasted: minute, ended: true, gapAfter: undefined },
    { status: 'generating', from: minute, exact: true, lasted: 2 * minute, ended: true, gapAfter: undefined },
    { status: 'ready', from: 3 * minute, exact: true, lasted: 0, ended: false, gapAfter: undefined },
  ])
})

test('time when nobody looked is a gap, not part of a step', () => {
  const history = seen(['generating', 0], ['generating', 5 * minute], ['ready', 65 * minute])
  expect(timelineOf(history)).toEqual([
    { status: 'generating', from: 0, exact: false, lasted: 5 * minute, ended: false, gapAfter: 60 * minute },
    { status: 'ready', from: 65 * minute, exact: false, lasted: 0, ended: false, gapAfter: undefined },
  ])
})

test.each([
  ['the first status ever seen may be older', seen(['ready', 5]), { since: 5, exact: false }],
  ['a change in sight is exact', seen(['generating', 0], ['ready', 60_000]), { since: 60_000, exact: true }],
  [
    'a change out of sight may be older',
    seen(['generating', 0], ['ready', 60 * minute], ['ready', 61 * minute]),
    { since: 60 * minute, exact: false },
  ],
  ['nothing seen is nothing known', [], undefined],
] as const)('%s', (_, history, since) => {
  expect(currentSince(history)).toEqual(since)
})
