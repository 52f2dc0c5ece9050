import { describe, expect, test } from 'vitest'
import type { Targeting } from '../../src/api/rental.ts'
import { orderRentals, type PlainOrder, sortDirection } from '../../src/rentals/sort.ts'
import type { RentalState } from '../../src/rentals/status.ts'
import type { Summary } from '../../src/rentals/summary.ts'
import type { TrackedRental } from '../../src/rentals/tracked-rental.ts'
import { rentalWith, summaryWith } from './samples.ts'

type Row = Partial<Pick<Summary, 'state' | 'total' | 'contacts' | 'rental'>> & {
  name?: string
  addedAt?: number
}

/** Sorts rentals called by their place in the list, from 0, and says where each ended. */
function order(by: PlainOrder, rows: readonly Row[], isReversed = false): string {
  const rentals = new Map<string, TrackedRental>(
    rows.map(({ name, addedAt = 0 }, index) => {
      return [`${index}`, { token: `${index}`, name, tags: [], addedAt, place: index }]
    }),
  )
  const summaries = rows.map(({ name: _, addedAt: __, ...change }, index) =>
    summaryWith({ ...change, token: `${index}` }),
  )
  return orderRentals(summaries, by, isReversed, rentals)
    .flatMap(({ tokens }) => tokens)
    .join(' ')
}

describe('rentals sorted', () => {
  test.each<[string, readonly string[], string]>([
    ['from A to Z, as French does', ['Zoé', 'école', 'Été', 'abc'], '3 1 2 0'],
    ['by accents last', ['côté', 'cote', 'coté', 'côte'], '1 2 3 0'],
    ['by numbers as numbers', ['Vague 10', 'Vague 9', 'Vague 2'], '2 1 0'],
    ['and keep their order where names are the same', ['b', 'a', 'b', 'a'], '1 3 0 2'],
  ])('by name stand %s', (_, names, expected) => {
    expect(
      order(
        'name',
        names.map(name => ({ name })),
      ),
    ).toBe(expected)
  })

  test('by name stand after the others when they have none', () => {
    expect(order('name', [{}, { name: 'b' }, {}, { name: 'a' }])).toBe('3 1 0 2')
  })

  test.each<[string, readonly (string | undefined)[], string]>([
    ['the dearest first', ['9.90', '180', '12.5'], '1 2 0'],
    ['as exact decimals', ['9007199254740993.01', '9007199254740993.02'], '1 0'],
    ['equal however it is written', ['0.9', '1', '0.900'], '1 0 2'],
    ['with those that have none last', [undefined, '0', undefined, '0.01'], '3 1 0 2'],
  ])('by cost stand %s', (_, totals, expected) => {
    expect(
      order(
        'cost',
        totals.map(total => ({ total })),
      ),
    ).toBe(expected)
  })

  test('by volume stand the largest first, those that have none last', () => {
    expect(
      order('volume', [{}, { contacts: 10 }, { contacts: 0 }, { contacts: 2_000 }, { contacts: 10 }]),
    ).toBe('3 1 4 2 0')
  })

  test('by addition stand the latest first, those added together as they were pasted', () => {
    expect(order('added', [{ addedAt: 1 }, { addedAt: 5 }, { addedAt: 5 }, { addedAt: 3 }])).toBe('1 2 3 0')
  })

  test('by status stand as the header shows them', () => {
    const states: RentalState[] = [
      'pending',
      'downloaded',
      'ready',
      'requested',
      'failed',
      'ready',
      'generating',
    ]
    expect(
      order(
        'status',
        states.map(state => ({ state })),
      ),
    ).toBe('3 6 2 5 4 1 0')
  })
})

describe('rentals sorted the other way round', () => {
  test.each<[PlainOrder, readonly Row[], string]>([
    ['name', [{ name: 'b' }, {}, { name: 'c' }, { name: 'a' }], '2 0 3 1'],
    ['cost', [{ total: '9.90' }, {}, { total: '180' }, { total: '0' }], '3 0 2 1'],
    ['volume', [{ contacts: 10 }, {}, { contacts: 0 }, { contacts: 10 }], '2 0 3 1'],
    ['added', [{ addedAt: 1 }, { addedAt: 5 }, { addedAt: 3 }], '0 2 1'],
    ['status', [{ state: 'requested' }, { state: 'ready' }], '1 0'],
  ])('by %s keep what is missing last, and the order of equals', (by, rows, expected) => {
    expect(order(by, rows, true)).toBe(expected)
  })

  test('by need keep the order of the groups', () => {
    const since = (at: number) => ({ since: at, exact: true })
    const summaries = [
      summaryWith({ token: 'a', state: 'failed', since: since(1) }),
      summaryWith({ token: 'b', since: since(2) }),
      summaryWith({ token: 'c', since: since(1) }),
    ]
    const groups = (isReversed: boolean) =>
      orderRentals(summaries, 'need', isReversed, new Map()).map(({ tokens }) => tokens.join(' '))
    expect(groups(false)).toEqual(['c b', 'a'])
    expect(groups(true)).toEqual(['b c', 'a'])
  })
})

test('by targeting stand women, men and both, the youngest of each first', () => {
  const targeted = (targeting: Partial<Targeting>) => ({
    rental: rentalWith({ targeting: { zipcodes: [], departments: [], ...targeting } }),
  })
  const rows = [
    targeted({ sex: 'mixed', minAge: 18 }),
    {},
    targeted({ sex: 'women', minAge: 31, maxAge: 49 }),
    targeted({}),
    targeted({ sex: 'men' }),
    targeted({ sex: 'women', minAge: 18, maxAge: 60 }),
    targeted({ sex: 'women', minAge: 31, maxAge: 40 }),
  ]
  expect(order('targeting', rows)).toBe('5 6 2 4 0 1 3')
  expect(order('targeting', rows, true)).toBe('0 4 2 6 5 1 3')
})

test.each([
  ['name', false, 'ascending'],
  ['name', true, 'descending'],
  ['cost', false, 'descending'],
  ['cost', true, 'ascending'],
] as const)('the direction by %s, reversed: %s, is %s', (by, isReversed, expected) => {
  expect(sortDirection(by, isReversed)).toBe(expected)
})

test('rentals stand in groups by need, and otherwise in one without a name', () => {
  const summaries = [summaryWith({ token: 'a', state: 'failed' }), summaryWith({ token: 'b' })]
  expect(orderRentals(summaries, 'need', false, new Map())).toEqual([
    { name: 'collect', tokens: ['b'] },
    { name: 'attention', tokens: ['a'] },
  ])
  expect(orderRentals(summaries, 'added', false, new Map())).toEqual([{ tokens: ['a', 'b'] }])
})
