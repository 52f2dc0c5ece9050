import type { Decimal } from '../api/rental.ts'
import { sumDecimals } from './money.ts'
import type { RowState } from './row-state.ts'
import type { Summary } from './summary.ts'

/** The board's sums over a set of rentals; what no reply gave counts nowhere. */
export type Totals = {
  /** Contacts ordered. */
  readonly contacts: number
  /** Euros. */
  readonly cost: Decimal
  /** Contacts of ready rentals, whose file nobody fetched yet. */
  readonly ready: number
  /** Contacts missing. */
  readonly shortfall: number
}

export type Counts = Readonly<Record<RowState, number>>

/** Sums over the rentals given. */
export function totalsOf(summaries: readonly Summary[]): Totals {
  return {
    contacts: summaries.reduce((sum, { contacts }) => sum + (contacts ?? 0), 0),
    cost: sumDecimals(summaries.flatMap(({ total }) => total ?? [])),
    ready: summaries.reduce((sum, { state, contacts = 0 }) => (state === 'ready' ? sum + contacts : sum), 0),
    shortfall: summaries.reduce((sum, { shortfall }) => sum + shortfall, 0),
  }
}

/** How many rentals stand in each state. */
export function countStates(summaries: Iterable<Pick<Summary, 'state'>>): Counts {
  const counts = new Map<RowState, number>()
  for (const { state } of summaries) counts.set(state, (counts.get(state) ?? 0) + 1)
  const count = (state: RowState) => counts.get(state) ?? 0
  return {
    requested: count('requested'),
    generating: count('generating'),
    ready: count('ready'),
    failed: count('failed'),
    downloaded: count('downloaded'),
    unknown: count('unknown'),
    'not-found': count('not-found'),
    error: count('error'),
    pending: count('pending'),
  }
}
