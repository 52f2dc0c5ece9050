import { memoizeWeak } from '../lib/memoize.ts'
import { compareNames } from './compare-names.ts'
import { type Group, groupByPriority } from './groups.ts'
import { compareDecimals } from './money.ts'
import { rentalStates } from './status.ts'
import type { Summary } from './summary.ts'
import type { TrackedRental } from './tracked-rental.ts'

export const sortOrders = ['need', 'name', 'cost', 'volume', 'added', 'status'] as const

export type SortOrder = (typeof sortOrders)[number]
export type PlainOrder = Exclude<SortOrder, 'need'>

/** In groups by need, or in one group without a name in any other order. */
export function orderRentals(
  summaries: readonly Summary[],
  order: SortOrder,
  rentals: ReadonlyMap<string, TrackedRental>,
): readonly Group[] {
  if (order === 'need') return groupByPriority(summaries)
  return [{ tokens: sortRentals(summaries, order, rentals) }]
}

/** Names from A to Z, the rest largest or latest first. What is missing comes last; ties keep their order. */
export function sortRentals(
  summaries: readonly Summary[],
  order: PlainOrder,
  rentals: ReadonlyMap<string, TrackedRental>,
): readonly string[] {
  switch (order) {
    case 'name':
      return sortBy(summaries, ({ token }) => nameRanks(rentals).get(token), ascending)
    case 'cost':
      return sortBy(
        summaries,
        ({ total }) => total,
        (a, b) => compareDecimals(b, a),
      )
    case 'volume':
      return sortBy(summaries, ({ contacts }) => contacts, descending)
    case 'added':
      return sortBy(summaries, ({ token }) => rentals.get(token)?.addedAt, descending)
    case 'status':
      return sortBy(summaries, ({ state }) => rentalStates.indexOf(state), ascending)
  }
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

function ascending(a: number, b: number): number {
  return a - b
}

function descending(a: number, b: number): number {
  return b - a
}
