import { describe, expect, test } from 'vitest'
import { countryRings } from '../../src/server/france-map.ts'

const atlas = {
  transform: { scale: [0.5, 0.5], translate: [10, 20] },
  arcs: [
    [
      [0, 0],
      [2, 0],
      [0, 2],
    ],
    [
      [0, 0],
      [0, 2],
      [2, 0],
    ],
  ],
  objects: {
    countries: {
      geometries: [
        { properties: { name: 'Elsewhere' }, arcs: null },
        { properties: { name: 'Here' }, arcs: [[[0, -2]]] },
      ],
    },
  },
}

describe('the borders of a country', () => {
  test('are put together from arcs, those shared walked backwards, in degrees', () => {
    expect(countryRings(atlas, 'Here')).toEqual([
      [
        [10, 20],
        [11, 20],
        [11, 21],
        [10, 21],
        [10, 20],
      ],
    ])
  })

  test('of an unknown one are an error of the build', () => {
    expect(() => countryRings(atlas, 'Nowhere')).toThrow()
  })
})
