import { rentalStates } from '../rentals/status.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import { compareDecimals } from './compare-decimals.ts'
import { compareNames } from './compare-names.ts'
import type { SortOrder } from './preferences.ts'
import type { Summary } from './summary.ts'

/** Every order but the one by need, which makes groups instead. */
export type PlainOrder = Exclude<SortOrder, 'need'>

/**
 * The tokens of the rentals in the order: names from A to Z, the dearest, the largest and the latest added first,
 * statuses as the band shows them. What is missing comes last; ties keep the order they came in.
 */
export function sortRentals(
  summaries: readonly Summary[],
  order: PlainOrder,
  rentals: ReadonlyMap<string, TrackedRental>,
): readonly string[] {
  switch (order) {
    case 'name':
      return sortBy(summaries, ({ token }) => rentals.get(token)?.name, compareNames)
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
      return sortBy(
        summaries,
        ({ state }) => rentalStates.indexOf(state),
        (a, b) => a - b,
      )
  }
}

/** Whether a rental stands at the same place in the order with either summary. */
export function sortsAlike(order: PlainOrder, a: Summary, b: Summary): boolean {
  switch (order) {
    case 'cost':
      return a.total === b.total
    case 'volume':
      return a.contacts === b.contacts
    case 'status':
      return a.state === b.state
    case 'name':
    case 'added':
      return true
  }
}

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

function descending(a: number, b: number): number {
  return b - a
}
