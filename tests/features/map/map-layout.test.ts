import { mainland, overseas } from 'virtual:france-map'
import { departments } from 'virtual:places'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aroundParis, type Box, layOut, parisFrame, viewBox } from '../../../src/features/map/map-layout.ts'
import { type Arrow, nearest, type Point } from '../../../src/features/map/use-map-pointing.ts'

const all = layOut(Object.keys(departments))
const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number)

describe.each(Object.keys(departments))('department %s', code => {
  test('is on the map once, within its edges', () => {
    const drawn = all.filter(one => one.code === code)
    expect(drawn).toHaveLength(1)
    const [x = Number.NaN, y = Number.NaN] = drawn[0]?.at ?? []
    expect(x).toBeGreaterThan(left)
    expect(x).toBeLessThan(left + width)
    expect(y).toBeGreaterThan(top)
    expect(y).toBeLessThan(top + height)
  })

  test('has an outline, or an inset that stands for it', () => {
    const drawn = all.find(one => one.code === code)
    expect(drawn?.path ?? drawn?.frame).toBeDefined()
    if (drawn?.path !== undefined) expect(drawn.path).toMatch(/^(M[-\d. ]+l[-\d. ]+z)+$/)
  })
})

test('the mainland and the five departments overseas have outlines', () => {
  expect(Object.keys(mainland)).toHaveLength(96)
  expect(Object.keys(overseas)).toEqual(['971', '972', '973', '974', '976'])
})

test('insets stand beside one another', () => {
  const frames = [parisFrame, ...all.flatMap(({ frame }) => (frame ? [frame] : []))]
  const overlap = ([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box) =>
    ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah
  for (const [index, frame] of frames.entries()) {
    expect(frames.slice(index + 1).filter(other => overlap(frame, other))).toEqual([])
  }
})

test('the departments around Paris stand enlarged in their inset', () => {
  const [x, y, wide, high] = parisFrame
  for (const { at, scale } of all.filter(({ code }) => aroundParis.includes(code))) {
    expect(scale).toBeGreaterThan(3)
    expect(at[0] > x && at[0] < x + wide && at[1] > y && at[1] < y + high).toBe(true)
  }
})

test('what has no outline and is not targeted takes no room', () => {
  expect(layOut([]).filter(({ path }) => path === undefined)).toEqual([])
})

describe('the arrows', () => {
  const ways: readonly Arrow[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

  /** The departments that the arrows lead to from the first of these. */
  function reachedIn(places: readonly Point[]): ReadonlySet<Point> {
    const reached = new Set(places.slice(0, 1))
    for (const place of reached) {
      for (const way of ways) {
        const next = nearest(place, way, places)
        if (next) reached.add(next)
      }
    }
    return reached
  }

  test('lead from the Oise to its neighbours', () => {
    const places = layOut([])
    const oise = places.filter(({ code }) => code === '60')
    const found = oise.flatMap(from => ways.map(way => nearest(from, way, places)?.code))
    expect(found).toEqual(['76', '02', '80', '95'])
  })

  test('end at the edge', () => {
    const places = layOut([])
    const north = places.filter(({ code }) => code === '59')
    expect(north.map(from => nearest(from, 'ArrowUp', places))).toEqual([undefined])
  })

  test('lead to every other department, whichever are targeted', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...layOut([])], { minLength: 1 }), places => {
        expect(reachedIn(places).size).toBe(places.length)
      }),
      { numRuns: 60 },
    )
  })
})
