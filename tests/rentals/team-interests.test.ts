import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  mergeTeamInterests,
  parseTeamInterests,
  serializeTeamInterests,
} from '../../src/team/share-interests.ts'

const register = fc.record(
  { value: fc.string({ maxLength: 5 }), at: fc.integer({ min: 0, max: 5 }), by: fc.constantFrom('a', 'b') },
  { requiredKeys: ['at', 'by'] },
)
const interests = fc.dictionary(fc.constantFrom('12', '14', '35'), register)

test('boards that merge in any order, and again, end alike', () => {
  fc.assert(
    fc.property(interests, interests, interests, (a, b, c) => {
      const text = serializeTeamInterests
      const [merge, all] = [mergeTeamInterests, mergeTeamInterests(mergeTeamInterests(a, b), c)]
      expect(text(merge(b, a))).toBe(text(merge(a, b)))
      expect(text(merge(a, merge(b, c)))).toBe(text(all))
      expect(text(merge(all, b))).toBe(text(all))
      expect(parseTeamInterests(JSON.parse(text(all)))).toEqual(all)
    }),
  )
})

test('of two names of one code the later stays, also when it was taken away', () => {
  const older = { 12: { value: 'Jardin', at: 1, by: 'a' } }
  expect(mergeTeamInterests(older, { 12: { value: 'Jardinage', at: 2, by: 'b' } })).toEqual({
    12: { value: 'Jardinage', at: 2, by: 'b' },
  })
  expect(mergeTeamInterests(older, { 12: { at: 2, by: 'b' } })['12']?.value).toBeUndefined()
})

test('never grows beyond what a server takes', () => {
  const many = (from: number) =>
    Object.fromEntries(
      Array.from({ length: 64 }, (_, index) => [
        `${from + index}`,
        { value: 'é'.repeat(60), at: 1_800_000_000_000 + from, by: `0123456789ab ${'x'.repeat(40)}` },
      ]),
    )
  const merged = mergeTeamInterests(many(1_000), many(2_000))
  expect(Object.keys(merged).every(code => Number(code) >= 2_000)).toBe(true)
  expect(new TextEncoder().encode(serializeTeamInterests(merged)).length).toBeLessThan(16 * 1_024)
})

test.each([undefined, null, {}, { v: 2, names: {} }, { v: 1, names: { 12: { at: -1, by: '' } } }, 'names'])(
  'is not read from %j',
  value => {
    expect(parseTeamInterests(value)).toBeUndefined()
  },
)
