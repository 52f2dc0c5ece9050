import { ApiError, isAccountError, isNotFound } from '../api/errors.ts'
import type { Decimal, Rental } from '../api/rental.ts'
import type { RentalState } from '../rentals/status.ts'
import { coverage } from './coverage.ts'

/** What the board needs of one rental to count, group, sort and total it. */
export type Summary = {
  readonly token: string
  readonly state: RentalState
  /** Its last good reply, decoded; absent before the first. */
  readonly rental?: Rental | undefined
  /** Why the latest check failed; beside good data it makes that stale. */
  readonly error?: Error | undefined
  /** There is data, and the latest check brought no newer: what is shown is older than it should be. */
  readonly stale: boolean
  /** Contacts ordered. */
  readonly contacts?: number | undefined
  /** Euros. */
  readonly total?: Decimal | undefined
  /** Contacts missing. */
  readonly shortfall: number
  /** Since when its present status holds; absent for a state that is not the provider's. */
  readonly since?: Since | undefined
}

/** Every tracked rental by its token, in the order of the list; another map whenever one of them changes. */
export type Summaries = ReadonlyMap<string, Summary>

/** When a status was first seen (milliseconds since 1970); not `exact` when it may have begun unseen. */
export type Since = { readonly since: number; readonly exact: boolean }

/**
 * Sums up a rental from its last good reply, the error of its latest check and when its state began.
 * @param isStale the reply is what the server had, in place of an answer
 */
export function summarise(
  token: string,
  rental: Rental | undefined,
  error?: Error,
  since?: Since,
  isStale = false,
): Summary {
  const state = rentalState(rental, error)
  return {
    token,
    state,
    rental,
    error,
    stale: rental !== undefined && (isStale || error !== undefined),
    contacts: rental?.cost?.quantity,
    total: rental?.cost?.total,
    shortfall: rental === undefined ? 0 : coverage(rental.places).shortfall,
    since: state === rental?.status ? since : undefined,
  }
}

/** The rentals of `after` that are new or other than in `before`. */
export function changedSince(before: Summaries, after: Summaries): readonly Summary[] {
  return [...after.values()].filter(summary => summary !== before.get(summary.token))
}

/** True when nothing that the board shows of the two differs; the cache keeps the identity of equal rentals. */
export function sameSummary(a: Summary, b: Summary): boolean {
  return (
    a.state === b.state &&
    a.rental === b.rental &&
    a.stale === b.stale &&
    sameError(a.error, b.error) &&
    a.since?.since === b.since?.since &&
    a.since?.exact === b.since?.exact
  )
}

function sameError(a: Error | undefined, b: Error | undefined): boolean {
  return a?.name === b?.name && a?.message === b?.message && codeOf(a) === codeOf(b)
}

/** The provider's code of an error, which its message does not repeat. */
function codeOf(error: Error | undefined): number | undefined {
  return error instanceof ApiError ? error.code : undefined
}

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
