import { classifyFault, type Fault } from '../api/fault.ts'
import type { Decimal, Rental } from '../api/rental.ts'
import { coverage } from './coverage.ts'
import type { RentalState } from './status.ts'

export type Summary = {
  readonly token: string
  readonly state: RentalState
  /** Its last good reply, decoded; absent before the first. */
  readonly rental?: Rental | undefined
  /** The error of the latest check; good data beside it is stale. */
  readonly error?: Fault | undefined
  /** There is data, but the latest check brought no newer. */
  readonly stale: boolean
  /** Contacts ordered. */
  readonly contacts?: number | undefined
  /** Euros. */
  readonly total?: Decimal | undefined
  /** Contacts missing. */
  readonly shortfall: number
  /** Since when the state holds; absent for a state that is not the provider's. */
  readonly since?: Since | undefined
  /** How long (ms) the state usually lasts on this board, where it has lasted much longer. */
  readonly usualMs?: number | undefined
}

/** Every tracked rental by its token, in the order of the list; another map whenever one of them changes. */
export type Summaries = ReadonlyMap<string, Summary>

/** When a status was first seen (milliseconds since 1970); not `exact` when it may have begun unseen. */
export type Since = { readonly since: number; readonly exact: boolean }

/**
 * @param isStale the server sent its last reply in place of an answer
 * @param usualMs how long the status usually lasts, where it has lasted much longer
 */
export function summarise(
  token: string,
  rental: Rental | undefined,
  error?: Fault,
  since?: Since,
  isStale = false,
  usualMs?: number,
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
    ...(state === rental?.status && { since, usualMs }),
  }
}

export function changedSince(before: Summaries, after: Summaries): readonly Summary[] {
  return [...after.values()].filter(summary => summary !== before.get(summary.token))
}

/** Compares what the board shows; the cache keeps the identity of equal rentals and errors. */
export function sameSummary(a: Summary, b: Summary): boolean {
  return (
    a.state === b.state &&
    a.rental === b.rental &&
    a.stale === b.stale &&
    a.error === b.error &&
    a.since?.since === b.since?.since &&
    a.since?.exact === b.since?.exact &&
    a.usualMs === b.usualMs
  )
}

/**
 * A rental that the provider no longer finds says so; any other error leaves good data standing. An account error
 * concerns the whole board, so a rental that never answered is then still pending.
 */
export function rentalState(rental: Rental | undefined, error: Fault | undefined): RentalState {
  const kind = error && classifyFault(error)
  if (kind === 'not-found') return kind
  if (rental !== undefined) return rental.status
  return kind === undefined || kind === 'account' ? 'pending' : 'error'
}
