import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  byOrderAdded,
  parseTrackedRental,
  serialize,
  storageKey,
  type TrackedRental,
} from '../../src/rentals/tracked-rental.ts'
import { entryToken, TRACKED_PREFIX } from '../../src/storage.ts'
import { anyToken } from './any-token.ts'

const rental: TrackedRental = { token: 'a/b', name: 'Oise', tags: ['mai'], addedAt: 1_000.5, place: 3 }
const stored = { v: 1, ...rental }

describe('a followed rental', () => {
  test('comes back from its stored form', () => {
    expect(parseTrackedRental(storageKey('a/b'), serialize(rental))).toEqual(rental)
  })

  test('without a name comes back without one', () => {
    const { name: _, ...nameless } = rental
    expect(parseTrackedRental(storageKey('a/b'), serialize(nameless))).toEqual(nameless)
  })

  test('keeps what a later version may have added', () => {
    const text = JSON.stringify({ ...stored, colour: 'red' })
    expect(parseTrackedRental(storageKey('a/b'), text)).toEqual({ ...rental, colour: 'red' })
  })

  test('comes back whatever its token', () => {
    fc.assert(
      fc.property(anyToken, token => {
        expect(parseTrackedRental(storageKey(token), serialize({ ...rental, token }))).toEqual({
          ...rental,
          token,
        })
      }),
    )
  })

  test.each([
    ['nothing', ''],
    ['no JSON', '{"v":1,'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', JSON.stringify({ ...stored, v: 2 })],
    ['no version', JSON.stringify(rental)],
    ['no token', JSON.stringify({ ...stored, token: undefined })],
    ['a token with a space', JSON.stringify({ ...stored, token: 'a b' })],
    ['a name that is a number', JSON.stringify({ ...stored, name: 7 })],
    ['tags that are no list', JSON.stringify({ ...stored, tags: 'mai' })],
    ['no time', JSON.stringify({ ...stored, addedAt: Number.NaN })],
    ['a time before all', JSON.stringify({ ...stored, addedAt: -1e308 })],
    ['a time after all', JSON.stringify({ ...stored, addedAt: 8.64e15 })],
    ['a place beyond all', JSON.stringify({ ...stored, place: 1e308 })],
    ['half a place', JSON.stringify({ ...stored, place: 0.5 })],
    ['a name without end', JSON.stringify({ ...stored, name: 'x'.repeat(100_000) })],
    ['tags without end', JSON.stringify({ ...stored, tags: Array(20_000).fill('mai') })],
    ['no place', JSON.stringify({ ...stored, place: undefined })],
  ])('is not read from %s', (_, text) => {
    expect(parseTrackedRental(storageKey('a/b'), text)).toBeUndefined()
  })

  test('comes back with a name and tags no longer and no more than the board takes', () => {
    const large = { ...rental, name: '🎉'.repeat(900), tags: new Array(1_000).fill('x'.repeat(41)) }
    expect(parseTrackedRental(storageKey('a/b'), serialize(large))).toEqual({
      ...rental,
      name: '🎉'.repeat(120),
      tags: new Array(50).fill('x'.repeat(40)),
    })
  })

  test('keeps its note and that it was put away; one stored before there were any has neither', () => {
    const noted = { ...rental, note: 'Envoi prévu vendredi', archived: true }
    expect(parseTrackedRental(storageKey('a/b'), serialize(noted))).toEqual(noted)
    const long = { ...rental, note: 'x'.repeat(201) }
    expect(parseTrackedRental(storageKey('a/b'), serialize(long))?.note).toHaveLength(200)
    expect(parseTrackedRental(storageKey('a/b'), serialize(rental))).toEqual(rental)
  })

  test('is not read from under the key of another', () => {
    expect(parseTrackedRental(storageKey('c'), serialize(rental))).toBeUndefined()
  })
})

describe('a storage key', () => {
  test('is one of its own for every token', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyToken), tokens => {
        expect(new Set(tokens.map(storageKey)).size).toBe(tokens.length)
        expect(tokens.map(token => entryToken(TRACKED_PREFIX, storageKey(token)))).toEqual(tokens)
      }),
    )
  })

  test.each([
    '',
    'rental-board:key',
    'rental-board:aside:rental-board:v1:token:a',
    'rental-board:v2:token:a',
  ])('is not %j', key => {
    expect(entryToken(TRACKED_PREFIX, key)).toBeUndefined()
  })
})

test('the list stands in the order of time, then of place, then of token', () => {
  const at = (token: string, addedAt: number, place: number) => ({ token, tags: [], addedAt, place })
  const sorted = [at('z', 1, 0), at('b', 2, 0), at('a', 2, 1), at('c', 2, 1), at('d', 10, 0)]
  expect(sorted.toReversed().sort(byOrderAdded)).toEqual(sorted)
})
