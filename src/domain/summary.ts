import type { Decimal, Rental } from '../api/rental.ts'
import { coverage } from './coverage.ts'
import { type RowState, rowState } from './row-state.ts'

/** What the board needs of one rental to count, group, sort and total it. */
export type Summary = {
  readonly token: string
  readonly state: RowState
  /** The latest check failed, so what is shown is older than it should be. */
  readonly stale: boolean
  /** Contacts ordered. */
  readonly contacts?: number | undefined
  /** Euros. */
  readonly total?: Decimal | undefined
  /** Contacts missing. */
  readonly shortfall: number
  /** When its present state was first seen: milliseconds since 1970. */
  readonly since?: number | undefined
}

/** Sums up a rental from its last good reply, the error of its latest check and when its state began. */
export function summarise(
  token: string,
  rental: Rental | undefined,
  error: unknown,
  since?: number,
): Summary {
  return {
    token,
    state: rowState(rental, error),
    stale: rental !== undefined && error !== null && error !== undefined,
    contacts: rental?.cost?.quantity,
    total: rental?.cost?.total,
    shortfall: rental === undefined ? 0 : coverage(rental.places).shortfall,
    since,
  }
}

/** True when nothing that the board shows of the two differs. */
export function sameSummary(a: Summary, b: Summary): boolean {
  return (
    a.state === b.state &&
    a.stale === b.stale &&
    a.contacts === b.contacts &&
    a.total === b.total &&
    a.shortfall === b.shortfall &&
    a.since === b.since
  )
}
