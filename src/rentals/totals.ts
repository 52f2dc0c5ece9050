import type { Decimal } from '../api/rental.ts'
import { sumDecimals } from './money.ts'
import { type RentalState, rentalStates } from './status.ts'
import type { Summary } from './summary.ts'

/** What no reply gave counts nowhere. */
type Totals = {
  /** Contacts ordered. */
  readonly contacts: number
  /** Euros. */
  readonly cost: Decimal
  /** Contacts of ready rentals, whose file nobody fetched yet. */
  readonly ready: number
  /** Contacts missing. */
  readonly shortfall: number
}

export function totalsOf(summaries: Iterable<Summary>): Totals {
  const sums = { contacts: 0, ready: 0, shortfall: 0 }
  const costs: Decimal[] = []
  for (const { state, contacts = 0, total, shortfall } of summaries) {
    sums.contacts += contacts
    if (state === 'ready') sums.ready += contacts
    sums.shortfall += shortfall
    if (total !== undefined) costs.push(total)
  }
  return { ...sums, cost: sumDecimals(costs) }
}

export type Counts = Readonly<Record<RentalState, number>>

const none = Object.fromEntries(rentalStates.map(state => [state, 0])) as Counts

export function countStates(summaries: Iterable<Pick<Summary, 'state'>>): Counts {
  const counts = { ...none }
  for (const { state } of summaries) counts[state] += 1
  return counts
}
