import { isAccountError, isNotFound } from '../api/errors.ts'
import type { Rental, RentalStatus } from '../api/rental.ts'

/** What a row's badge says: the provider's status, or what stands in its place. */
export type RowState = RentalStatus | 'not-found' | 'error' | 'pending'

/** Every row state, in the order in which the board lists them. */
export const rowStates: readonly RowState[] = [
  'requested',
  'generating',
  'ready',
  'failed',
  'downloaded',
  'unknown',
  'not-found',
  'error',
  'pending',
]

/**
 * The state of a rental from its last good reply and the error of the latest check.
 * A rental that the provider no longer finds says so; any other error leaves good data standing.
 * An account error is the board's, so a rental that never answered is then still pending.
 */
export function rowState(rental: Rental | undefined, error: Error | undefined): RowState {
  if (isNotFound(error)) return 'not-found'
  if (rental !== undefined) return rental.status
  return error === undefined || isAccountError(error) ? 'pending' : 'error'
}
