import type { Decimal, Rental, Sex } from '../api/rental.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { once } from '../lib/once.ts'
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

/**
 * In groups by need, or in one group without a name in any other order: what is missing comes last in either
 * direction, and ties keep their order.
 */
export function orderRentals(
  summaries: readonly Summary[],
  order: SortOrder,
  isReversed: boolean,
  rentals: ReadonlyMap<string, TrackedRental>,
): readonly Group[] {
  if (order === 'need') return groupByPriority(summaries, isReversed)
  const sign = sortDirection(order, isReversed) === 'ascending' ? 1 : -1
  const keyed = summaries.map(summary => ({ token: summary.token, key: keys[order](summary, rentals) }))
  keyed.sort((a, b) => {
    if (a.key !== undefined && b.key !== undefined) return sign * compareKeys(a.key, b.key)
    return Number(a.key === undefined) - Number(b.key === undefined)
  })
  return [{ tokens: keyed.map(({ token }) => token) }]
}

type Key = number | Decimal
type KeyOf = (summary: Summary, rentals: ReadonlyMap<string, TrackedRental>) => Key | undefined

const keys: Readonly<Record<PlainOrder, KeyOf>> = {
  name: ({ token }, rentals) => nameRanks(rentals).get(token),
  targeting: ({ rental }) => rental && targetingRank(rental),
  cost: ({ total }) => total,
  volume: ({ contacts }) => contacts,
  added: ({ token }, rentals) => rentals.get(token)?.addedAt,
  status: ({ state }) => rentalStates.indexOf(state),
}

/** Money is compared exactly. */
function compareKeys(a: Key, b: Key): number {
  return typeof a === 'string' && typeof b === 'string' ? compareDecimals(a, b) : Number(a) - Number(b)
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

/** Creating one takes as long as drawing the list, so a page that compares nothing never does. */
const collator = once(() => new Intl.Collator('fr', { numeric: true }))

/** In French order, numbers by their value. */
export function compareNames(a: string, b: string): number {
  return collator().compare(a, b)
}
