import { isAccountError, isNotFound } from '../api/errors.ts'
import type { Rental } from '../api/rental.ts'
import type { RentalState } from '../rentals/status.ts'

/**
 * The state of a rental from its last good reply and the error of the latest check.
 * A rental that the provider no longer finds says so; any other error leaves good data standing.
 * An account error is the board's, so a rental that never answered is then still pending.
 */
export function rentalState(rental: Rental | undefined, error: Error | undefined): RentalState {
  if (isNotFound(error)) return 'not-found'
  if (rental !== undefined) return rental.status
  return error === undefined || isAccountError(error) ? 'pending' : 'error'
}
