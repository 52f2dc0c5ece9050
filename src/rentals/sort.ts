import type { Rental, Sex } from '../api/rental.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { compareNames } from './compare-names.ts'
import { type Group, groupByPriority } from './groups.ts'
import { compareDecimals } from './money.ts'
import { rentalStates } from './status.ts'
import type { Summary } from './summary.ts'
import type { TrackedRental } from './tracked-rental.ts'

export const sortOrders = ['need', 'name', 'targeting', 'cost', 'volume', 'added', 'status'] as const

export type SortOrder = (typeof sortOrders)[number]
export type PlainOrder = Exclude<SortOrder, 'need'>

type Direction = 'ascending' | 'descending'

/** Names from A to Z, the longest waiting, the largest or the latest first. */
const usualDirections: Readonly<Record<SortOrder, Direction>> = {
  need: 'descending',
  name: 'ascending',
  targeting: 'ascending',
  cost: 'descending',
  volume: 'descending',
  added: 'descending',
  status: 'ascending',
}

export function sortDirection(order: SortOrder, isReversed: boolean): Direction {
  const usual = usualDirections[order]
  return isReversed ? (usual === 'ascending' ? 'descending' : 'ascending') : usual
}

/** In groups by need, or in one group without a name in any other order. */
export function orderRentals(
  summaries: readonly Summary[],
  order: SortOrder,
  isReversed: boolean,
  rentals: ReadonlyMap<string, TrackedRental>,
): readonly Group[] {
  if (order === 'need') return groupByPriority(summaries, isReversed)
  return [{ tokens: sortRentals(summaries, order, isReversed, rentals) }]
}

/** What is missing comes last in either direction; ties keep their order. */
export function sortRentals(
  summaries: readonly Summary[],
  order: PlainOrder,
  isReversed: boolean,
  rentals: ReadonlyMap<string, TrackedRental>,
): readonly string[] {
  const sign = sortDirection(order, isReversed) === 'ascending' ? 1 : -1
  const byNumber = (a: number, b: number) => sign * (a - b)
  switch (order) {
    case 'name':
      return sortBy(summaries, ({ token }) => nameRanks(rentals).get(token), byNumber)
    case 'targeting':
      return sortBy(summaries, ({ rental }) => rental && targetingRank(rental), byNumber)
    case 'cost':
      return sortBy(
        summaries,
        ({ total }) => total,
        (a, b) => sign * compareDecimals(a, b),
      )
    case 'volume':
      return sortBy(summaries, ({ contacts }) => contacts, byNumber)
    case 'added':
      return sortBy(summaries, ({ token }) => rentals.get(token)?.addedAt, byNumber)
    case 'status':
      return sortBy(summaries, ({ state }) => rentalStates.indexOf(state), byNumber)
  }
}

const sexes: readonly (Sex | undefined)[] = ['women', 'men', 'mixed']

/** Women, men, both and others, each from the youngest; undefined when neither sex nor age is given. */
function targetingRank({ targeting: { sex, sexText, minAge, maxAge } }: Rental): number | undefined {
  if (sex === undefined && sexText === undefined && minAge === undefined && maxAge === undefined) return
  const kind = sex === undefined ? sexes.length : sexes.indexOf(sex)
  const age = (years = 0) => Math.min(years, 999)
  return (kind * 1_000 + age(minAge)) * 1_000 + age(maxAge)
}

/** Comparing names takes long, and they change less often than the rentals. */
const nameRanks = memoizeWeak((rentals: ReadonlyMap<string, TrackedRental>) => {
  const named = [...rentals.values()].flatMap(({ token, name }) =>
    name === undefined ? [] : { token, name },
  )
  named.sort((a, b) => compareNames(a.name, b.name))
  return new Map(named.map(({ token }, rank) => [token, rank]))
})

function sortBy<Key>(
  summaries: readonly Summary[],
  keyOf: (summary: Summary) => Key | undefined,
  compare: (a: Key, b: Key) => number,
): readonly string[] {
  const keyed = summaries.map(summary => ({ token: summary.token, key: keyOf(summary) }))
  keyed.sort((a, b) => {
    if (a.key !== undefined && b.key !== undefined) return compare(a.key, b.key)
    return Number(a.key === undefined) - Number(b.key === undefined)
  })
  return keyed.map(({ token }) => token)
}
