import type { QueryClient } from '@tanstack/react-query'
import { type Check, moveTimes } from './check.ts'
import type { CheckStorage } from './check-storage.ts'
import type { PolledRental } from './next-check.ts'
import { type RentalQuery, rentalQuery } from './rental-query.ts'

/** A tracked rental, read through its query. A class, as getters of its own for each would make every scan slow. */
export class TrackedRental implements PolledRental {
  readonly token: string
  readonly query: RentalQuery
  phase = 0
  #askedAt = 0

  constructor(token: string, query: RentalQuery) {
    this.token = token
    this.query = query
  }

  get check(): Check | undefined {
    return this.query.state.data
  }

  get isChecking(): boolean {
    return this.query.state.fetchStatus !== 'idle'
  }

  /** A check answers to all that was asked before it ended, whichever tab made it. */
  get askedAt(): number | undefined {
    return this.#askedAt > (this.check?.checkedAt ?? 0) ? this.#askedAt : undefined
  }

  ask(at: number) {
    this.#askedAt = Math.max(this.#askedAt, at)
  }

  /** Puts right what was recorded while the wall clock was ahead. */
  moveTimes(move: (at: number) => number) {
    this.#askedAt = move(this.#askedAt)
    if (this.check) this.query.setData(moveTimes(this.check, move), { manual: true })
  }
}

/** How long (ms) a rental that was removed can come back whole: the time to press Undo, also on another day's screen. */
const UNDO_MS = 3_600_000

/** The rentals that are tracked, in the order in which they came, each with its query. */
export function createTrackedRentals(
  queryClient: QueryClient,
  storage: CheckStorage | undefined,
  stored = new Map<string, Check>(),
) {
  const cache = queryClient.getQueryCache()
  const rentals = new Map<string, TrackedRental>()
  const removed = new Map<string, { check: Check | undefined; at: number }>()

  function add(token: string, now: number): TrackedRental {
    const undone = removed.get(token)
    removed.delete(token)
    if (undone?.check) storage?.save(token, undone.check)
    const check = undone ? undone.check : (stored.get(token) ?? storage?.load(token, now))
    stored.delete(token)
    const query = cache.build(queryClient, queryClient.defaultQueryOptions(rentalQuery(token)))
    if (check && query.state.data === undefined) query.setData(check, { manual: true })
    const rental = new TrackedRental(token, query)
    rentals.set(token, rental)
    return rental
  }

  function forget(token: string, check: Check | undefined, now: number) {
    removed.set(token, { check, at: now })
    storage?.forget(token)
  }

  return {
    rentals: rentals as ReadonlyMap<string, TrackedRental>,
    /** Tracks these, and no others: requests for those are aborted. Returns those that are new. */
    sync(tokens: ReadonlySet<string>, now: number): TrackedRental[] {
      for (const { token, query, check } of rentals.values()) {
        if (tokens.has(token)) continue
        forget(token, check, now)
        rentals.delete(token)
        cache.remove(query)
      }
      const added = [...tokens].flatMap(token => (rentals.has(token) ? [] : add(token, now)))
      // What is left was removed before the poller was there.
      for (const [token, check] of stored) forget(token, check, now)
      stored.clear()
      return added
    },
    /** Lets go of what can no longer be undone. */
    evictRemoved(now: number) {
      for (const [token, { at }] of removed) if (now - at > UNDO_MS) removed.delete(token)
    },
  }
}
