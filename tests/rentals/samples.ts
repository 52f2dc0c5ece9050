import type { Rental } from '../../src/api/rental.ts'
import type { Summary } from '../../src/rentals/summary.ts'

/** A rental of which nothing is known but its status, and what the test says. */
export function rentalWith(change: Partial<Rental>): Rental {
  return { status: 'ready', targeting: { zipcodes: [], departments: [] }, places: [], flags: [], ...change }
}

/** The sum of a rental that is ready, and what the test says. */
export function summaryWith(change: Partial<Summary>): Summary {
  return { token: 'a', state: 'ready', stale: false, shortfall: 0, ...change }
}
