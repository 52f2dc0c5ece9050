import type { Decimal } from '../api/rental.ts'
import { sumDecimals } from './money.ts'
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

/** Sums over the rentals given. */
export function totalsOf(summaries: readonly Summary[]): Totals {
  return {
    contacts: summaries.reduce((sum, { contacts }) => sum + (contacts ?? 0), 0),
    cost: sumDecimals(summaries.flatMap(({ total }) => total ?? [])),
    ready: summaries.reduce((sum, { state, contacts = 0 }) => (state === 'ready' ? sum + contacts : sum), 0),
    shortfall: summaries.reduce((sum, { shortfall }) => sum + shortfall, 0),
  }
}
