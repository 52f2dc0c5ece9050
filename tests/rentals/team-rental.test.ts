import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mergeTeamRentals,
  parseTeamRental,
  serializeTeamRental,
  type TeamRental,
} from '../../src/rentals/team-rental.ts'

/** Few, so that they meet. */
const at = fc.integer({ min: 0, max: 5 })
const by = fc.constantFrom('a', 'b Anne')
const word = fc.constantFrom(undefined, 'Oise', 'Aisne')
const register = <Value>(value: fc.Arbitrary<Value>) => fc.record({ value, at, by })
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(register(value), { nil: undefined })
const sight = fc.record({ at, exact: fc.boolean() })

const anyRental: fc.Arbitrary<TeamRental> = fc.record({
  v: fc.constant(1 as const),
  token: fc.constant('t'),
  added: fc.record({ at, by, place: fc.nat(2) }),
  tracked: register(fc.boolean()),
  name: maybe(word),
  note: maybe(word),
  archived: maybe(fc.constantFrom(undefined, true, false)),
  care: maybe(word),
  tags: fc.dictionary(fc.constantFrom('mai', 'juin', 'été'), register(fc.boolean())),
  seen: fc.record({ ready: sight, failed: sight }, { requiredKeys: [] }),
  fetched: fc.array(fc.record({ at, by }), { maxLength: 4 }),
})

const merged = (...rentals: TeamRental[]) => serializeTeamRental(rentals.reduce(mergeTeamRentals))

const plain: TeamRental = {
  v: 1,
  token: 't',
  added: { at: 1, by: 'a', place: 0 },
  tracked: { value: true, at: 1, by: 'a' },
  name: undefined,
  note: undefined,
  archived: undefined,
  care: undefined,
  tags: {},
  seen: {},
  fetched: [],
}

describe('the merge of what two boards know of a rental', () => {
  test('is the same in either order', () => {
    fc.assert(
      fc.property(anyRental, anyRental, (a, b) => {
        expect(merged(a, b)).toBe(merged(b, a))
      }),
    )
  })

  test('is the same however three boards meet', () => {
    fc.assert(
      fc.property(anyRental, anyRental, anyRental, (a, b, c) => {
        expect(merged(mergeTeamRentals(a, b), c)).toBe(merged(a, mergeTeamRentals(b, c)))
      }),
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyRental, anyRental, (a, b) => {
        expect(merged(a, b, b, a)).toBe(merged(a, b))
      }),
    )
  })

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(anyRental, rental => {
        const text = serializeTeamRental(rental)
        const read = parseTeamRental('t', JSON.parse(text))
        expect(read && serializeTeamRental(read)).toBe(text)
      }),
    )
  })

  test('keeps what each changed of different things', () => {
    const a = { ...plain, name: { value: 'Oise', at: 5, by: 'a' } }
    const b = { ...plain, tags: { mai: { value: true, at: 5, by: 'b' } } }
    expect(mergeTeamRentals(a, b)).toMatchObject({ name: { value: 'Oise' }, tags: { mai: { value: true } } })
  })

  test('lets a removal stand beside a later change of something else', () => {
    const removed = { ...plain, tracked: { value: false, at: 3, by: 'a' } }
    const renamed = { ...plain, name: { value: 'Oise', at: 5, by: 'b' } }
    expect(mergeTeamRentals(removed, renamed)).toMatchObject({
      tracked: { value: false },
      name: { value: 'Oise' },
    })
  })

  test('brings back what was restored after its removal', () => {
    const removed = { ...plain, tracked: { value: false, at: 3, by: 'a' } }
    const restored = { ...plain, tracked: { value: true, at: 4, by: 'b' } }
    expect(mergeTeamRentals(restored, removed).tracked.value).toBe(true)
  })

  test('takes the earliest time that a status was seen', () => {
    const a = { ...plain, seen: { ready: { at: 5, exact: true } } }
    const b = { ...plain, seen: { ready: { at: 3, exact: false }, failed: { at: 9, exact: true } } }
    expect(mergeTeamRentals(a, b).seen).toEqual(b.seen)
  })

  test('holds at most as much as a file may', () => {
    const tags = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 50 }, (_, i) => [`${from + i}`, { value: true, at: from + i, by: 'a' }]),
      )
    const all = mergeTeamRentals({ ...plain, tags: tags(0) }, { ...plain, tags: tags(50) })
    expect(Object.keys(all.tags)).toHaveLength(60)
    expect(all.tags[99]).toBeDefined()
  })

  test('loses no tag that is set to those that were taken off later', () => {
    const gone = Array.from({ length: 60 }, (_, i) => [`${i}`, { value: false, at: 10 + i, by: 'a' }])
    const tags = { mai: { value: true, at: 1, by: 'a' } }
    const all = mergeTeamRentals({ ...plain, tags: Object.fromEntries(gone) }, { ...plain, tags })
    expect(Object.keys(all.tags)).toHaveLength(60)
    expect(all.tags).toMatchObject(tags)
  })
})

describe('a file', () => {
  test.each([
    ['of a later version', { ...plain, v: 2 }],
    ['of another rental', { ...plain, token: 'u' }],
    ['without a time', { ...plain, tracked: { value: true, by: 'a' } }],
    ['that is no object', 'x'],
    ['that is none', undefined],
  ])('%s cannot be read', (_, value) => {
    expect(parseTeamRental('t', value)).toBeUndefined()
  })

  test('brings no key and no line break in a name', () => {
    const name = { value: 'Oise\n2 apiKey=0123456789abcdef0123456789abcdef01234567', at: 1, by: 'a' }
    const read = parseTeamRental('t', { ...plain, name })?.name?.value
    expect(read).toContain('Oise 2')
    expect(read).not.toContain('0123456789abcdef')
  })
})
