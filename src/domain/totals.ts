import type { Decimal } from '../api/rental.ts'
import { keepEach } from '../lib/keep-each.ts'
import { sumDecimals } from './money.ts'
import type { Run } from './summaries.ts'

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

const totalsOfRun = keepEach((run: Run) =>
  sum(
    run.map(({ state, contacts = 0, total = '0', shortfall }) => ({
      contacts,
      cost: total,
      ready: state === 'ready' ? contacts : 0,
      shortfall,
    })),
  ),
)

/** Sums over the rentals given. */
export function totalsOf(runs: readonly Run[]): Totals {
  return sum(runs.map(totalsOfRun))
}

function sum(parts: readonly Totals[]): Totals {
  return {
    contacts: parts.reduce((sum, { contacts }) => sum + contacts, 0),
    cost: sumDecimals(parts.map(({ cost }) => cost)),
    ready: parts.reduce((sum, { ready }) => sum + ready, 0),
    shortfall: parts.reduce((sum, { shortfall }) => sum + shortfall, 0),
  }
}
