import { describe, expect, test } from 'vitest'
import type { Place } from '../../src/api/rental.ts'
import { coverage, detailLines, isTotalLine } from '../../src/rentals/coverage.ts'

const cp = (location: string, wanted?: number, available?: number): Place => ({
  type: 'cp',
  location,
  ...(wanted !== undefined && { wanted }),
  ...(available !== undefined && { available }),
})
const total = (wanted: number, available: number): Place => ({ type: 'total', wanted, available })

describe('a line that sums the others', () => {
  test.each<[Place, boolean]>([
    [{ type: 'total' }, true],
    [{ type: 'TOTAL' }, true],
    [{ type: 'total', location: 'total' }, true],
    [{ type: 'Total', location: 'Total' }, true],
    [{ type: 'total', location: '60' }, false],
    [{ type: 'total', location: 'total 60' }, false],
    [{ type: 'cp', location: '60200' }, false],
    [{ type: 'cp', location: 'total' }, false],
    [{ type: 'cp' }, false],
    [{ location: 'total' }, false],
    [{}, false],
  ])('%j: %s', (place, expected) => {
    expect(isTotalLine(place)).toBe(expected)
  })

  test('is left out beside others, and kept when it is all there is', () => {
    const places = [cp('60200', 10, 266), total(10, 266)]
    expect(detailLines(places)).toEqual([cp('60200', 10, 266)])
    expect(detailLines([total(10, 266)])).toEqual([total(10, 266)])
    expect(detailLines([])).toEqual([])
  })
})

describe('coverage', () => {
  test.each<[string, readonly Place[], ReturnType<typeof coverage>]>([
    ['no place', [], { wanted: undefined, available: undefined, shortfall: 0 }],
    ['the sample', [cp('60200', 10, 266)], { wanted: 10, available: 266, shortfall: 0 }],
    ['exactly enough', [cp('60200', 10, 10)], { wanted: 10, available: 10, shortfall: 0 }],
    ['too few', [cp('60200', 100, 40)], { wanted: 100, available: 40, shortfall: 60 }],
    ['nothing available', [cp('60200', 100, 0)], { wanted: 100, available: 0, shortfall: 100 }],
    ['nothing wanted', [cp('60200', 0, 40)], { wanted: 0, available: 40, shortfall: 0 }],
    [
      'a surplus beside a gap, which it does not fill',
      [cp('60200', 100, 40), cp('60300', 10, 500)],
      { wanted: 110, available: 540, shortfall: 60 },
    ],
    ['two gaps', [cp('60200', 100, 40), cp('60300', 50, 45)], { wanted: 150, available: 85, shortfall: 65 }],
    [
      'a total line beside its places, counted once',
      [cp('60200', 100, 40), cp('60300', 10, 500), total(110, 540)],
      { wanted: 110, available: 540, shortfall: 60 },
    ],
    ['a total line alone', [total(100, 40)], { wanted: 100, available: 40, shortfall: 60 }],
    [
      'a department of type total, which is a place',
      [{ type: 'total', location: '60', wanted: 5, available: 3 }],
      { wanted: 5, available: 3, shortfall: 2 },
    ],
    ['no volumes', [cp('60200')], { wanted: undefined, available: undefined, shortfall: 0 }],
    ['wanted alone', [cp('60200', 10)], { wanted: 10, available: undefined, shortfall: 0 }],
    [
      'available alone',
      [{ location: '60200', available: 7 }],
      { wanted: undefined, available: 7, shortfall: 0 },
    ],
    [
      'volumes missing in one of two places',
      [cp('60200', 100, 40), cp('60300', 10)],
      { wanted: 110, available: 40, shortfall: 60 },
    ],
  ])('of %s', (_, places, expected) => {
    expect(coverage(places)).toEqual(expected)
  })
})
