import { describe, expect, test } from 'vitest'
import { appendHistory, type History } from '../../src/polling/history.ts'
import { type UsualTimes, usualIfLate, usualTimes } from '../../src/rentals/lateness.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'

const minute = 60_000

/** Looked at every minute, for so many minutes in each status. */
function lived(...steps: [RentalStatus, number][]): History {
  const looks = steps.flatMap(([status, minutes]) => Array.from({ length: minutes }, () => status))
  return [...looks, ...looks.slice(-1)].reduce<History>(
    (history, status, index) => appendHistory(history, status, index * minute),
    [],
  )
}

/** In creation for so many minutes, and then ready. */
function created(minutes: number): History {
  const at = minutes * minute
  return [
    { status: 'requested', from: -minute, until: -1 },
    { status: 'generating', from: 0, until: at - 1 },
    { status: 'ready', from: at, until: at + minute },
  ]
}

describe('the usual time of a status', () => {
  test.each<[string, readonly History[], number | undefined]>([
    ['nothing', [], undefined],
    ['four rentals are too few', [1, 2, 3, 4].map(created), undefined],
    ['five: the middle one', [90, 2, 6, 1, 60].map(created), 6],
    ['six: between the middle two', [90, 2, 6, 8, 1, 60].map(created), 7],
    [
      'one that is not through it says nothing',
      [...[1, 2, 3, 4].map(created), created(5).slice(0, 2)],
      undefined,
    ],
    [
      'one whose creation nobody saw begin says nothing',
      [...[1, 2, 3, 4].map(created), created(5).slice(1)],
      undefined,
    ],
    [
      'one whose end nobody saw says nothing',
      [
        ...[1, 2, 3, 4].map(created),
        [
          { status: 'generating', from: 0, until: minute },
          { status: 'ready', from: 60 * minute, until: 61 * minute },
        ],
      ],
      undefined,
    ],
  ])('%s', (_, histories, minutes) => {
    expect(usualTimes(histories).get('generating')).toBe(minutes && minutes * minute)
  })

  test('a request counts from when it was first seen', () => {
    const histories = [1, 2, 3, 4, 5].map(minutes => lived(['requested', minutes], ['generating', 1]))
    expect(usualTimes(histories).get('requested')).toBe(3 * minute)
  })

  test('only what is on its way has one', () => {
    const histories = [1, 2, 3, 4, 5].map(minutes =>
      lived(['generating', 1], ['ready', minutes], ['downloaded', 1]),
    )
    expect([...usualTimes(histories).keys()]).toEqual([])
  })
})

describe('a rental is late', () => {
  const usual: UsualTimes = new Map<RentalStatus, number>([
    ['generating', 6 * minute],
    ['requested', 10_000],
  ])

  test.each<[string, History, number | undefined]>([
    ['not before the first look', [], undefined],
    ['not after twice the usual time', lived(['generating', 12]), undefined],
    ['after more than that', lived(['generating', 13]), 6 * minute],
    ['also when it had begun before anybody looked', lived(['requested', 1], ['generating', 17]), 6 * minute],
    [
      'not for half a minute more than ten seconds',
      [{ status: 'requested', from: 0, until: 40_000 }],
      undefined,
    ],
    ['no longer once it is ready', lived(['generating', 17], ['ready', 90]), undefined],
    ['not in a status that has no usual time', lived(['unknown', 90]), undefined],
  ])('%s', (_, history, expected) => {
    expect(usualIfLate(history, usual)).toBe(expected)
  })
})
