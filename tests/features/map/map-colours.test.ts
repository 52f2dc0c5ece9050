import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colourClassesUpTo, colourOf, NO_DATA_CLASS } from '../../../src/features/map/map-legend.tsx'

describe('the shades of a map', () => {
  test.each([
    [0, [[1, undefined]]],
    [1, [[1, undefined]]],
    [2, [[1, undefined]]],
    [
      3,
      [
        [1, 1],
        [2, undefined],
      ],
    ],
    [
      10_000,
      [
        [1, 499],
        [500, 999],
        [1_000, 1_999],
        [2_000, 4_999],
        [5_000, undefined],
      ],
    ],
    [
      10_001,
      [
        [1, 999],
        [1_000, 1_999],
        [2_000, 4_999],
        [5_000, 9_999],
        [10_000, undefined],
      ],
    ],
  ])('up to %i contacts begin at round numbers', (most, expected) => {
    expect(colourClassesUpTo(most).map(({ from, to }) => [from, to])).toEqual(expected)
  })

  test('give every count a shade, the darkest to the most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (most, part) => {
          const shades = colourClassesUpTo(most)
          const count = Math.max(1, Math.round(most * part))
          const shade = shades.find(({ className }) => className === colourOf(count, shades))
          expect(shade?.from).toBeLessThanOrEqual(count)
          expect(shade?.to ?? most).toBeGreaterThanOrEqual(count)
          expect(colourOf(most, shades)).toBe(shades.at(-1)?.className)
        },
      ),
    )
  })

  test('tell none wanted from no number at all', () => {
    const shades = colourClassesUpTo(10)
    expect(colourOf(0, shades)).toBe(shades[0]?.className)
    expect(colourOf(undefined, shades)).toBe(NO_DATA_CLASS)
  })
})
