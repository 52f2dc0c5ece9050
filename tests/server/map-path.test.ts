import { describe, expect, test } from 'vitest'
import { boundsOf, pathOf, readPath, simplified } from '../../src/server/map-path.ts'

describe('a path', () => {
  test('is read ring by ring, each from where the one before it began', () => {
    expect(readPath('m 10,20 5,0 0,5 z m 1,1 2,-2 z')).toEqual([
      [
        [10, 20],
        [15, 20],
        [15, 25],
      ],
      [
        [11, 21],
        [13, 19],
      ],
    ])
  })

  test('with curves is refused', () => {
    expect(() => readPath('m 0,0 c 1,1 2,2 3,3 z')).toThrow('more than relative lines')
  })

  test('is written small, and reads as it was', () => {
    const path = pathOf([
      [
        [0.04, 0],
        [10.26, -0.5],
        [10.26, -0.5],
        [-3, 4.2],
      ],
    ])
    expect(path).toBe('M0 0l10.3-.5-13.3 4.7z')
    expect(readPath(path.replace('l', ' ').replace('M', 'm').replaceAll('-', ' -'))).toEqual([
      [
        [0, 0],
        [10.3, -0.5],
        [-3, expect.closeTo(4.2)],
      ],
    ])
  })
})

test('bounds hold every ring', () => {
  expect(boundsOf([[[1, 5]], [[-2, 7]], [[3, 0]]])).toEqual([-2, 0, 3, 7])
})

describe('a simplified line', () => {
  test('keeps its ends and what strays far', () => {
    expect(
      simplified(
        [
          [0, 0],
          [5, 0.1],
          [10, 8],
          [15, 0],
          [20, 0],
        ],
        1,
      ),
    ).toEqual([
      [0, 0],
      [5, 0.1],
      [10, 8],
      [15, 0],
      [20, 0],
    ])
    expect(
      simplified(
        [
          [0, 0],
          [5, 0.1],
          [10, 0],
        ],
        1,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
    ])
  })

  test('that closes keeps its shape', () => {
    const square = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ] as const
    expect(simplified(square, 1)).toEqual(square)
  })
})
