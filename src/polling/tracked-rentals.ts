import { type Query, type QueryClient, queryOptions, skipToken } from '@tanstack/react-query'
import type { RentalReply } from '../api/rental.ts'
import { type Check, moveTimes } from './check.ts'
import type { CheckStorage } from './check-storage.ts'

/** Fetches one rental; throws the classes of `src/api/errors.ts`. Its own timeout ends every request. */
export type RentalSource = (token: string, options: { signal: AbortSignal }) => Promise<RentalReply>

/** The cache key that all rentals share; it never holds the API key. */
export const rentalsKey = ['rental'] as const

/** The query of one rental, whose data is its latest check. Whoever reads it asks nobody: the poller alone fetches. */
export function rentalQuery(token: string) {
  return queryOptions<Check>({
    queryKey: [...rentalsKey, token],
    queryFn: skipToken,
    retry: false,
    networkMode: 'always',
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** A tracked rental, read through its query. A class, as getters of its own for each would make every scan slow. */
export class TrackedRental {
  readonly token: string
  readonly query: Query<Check>
  /** Its share (0 to 1) of the interval; the rentals on the same one stand evenly apart. */
  phase = 0
  #askedAt = 0

  constructor(token: string, query: Query<Check>) {
    this.token = token
    this.query = query
  }

  get check(): Check | undefined {
    return this.query.state.data
  }

  /** A request for it is under way. */
  get isChecking(): boolean {
    return this.query.state.fetchStatus !== 'idle'
  }

  /** When (ms) a check was asked for; one answers to all that was asked before it ended, whichever tab made it. */
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

/**
 * The rentals that are tracked, in the order in which they came, each with its query.
 * @param stored the checks that were read from the storage already, of what is tracked at first; emptied by `sync`
 */
export function createTrackedRentals(
  queryClient: QueryClient,
  storage: CheckStorage | undefined,
  stored: Map<string, Check>,
) {
  const cache = queryClient.getQueryCache()
  const rentals = new Map<string, TrackedRental>()
  const removed = new Map<string, { check: Check | undefined; at: number }>()

  function add(token: string, check: Check | undefined): TrackedRental {
    const query = cache.build(queryClient, queryClient.defaultQueryOptions(rentalQuery(token)))
    if (check) query.setData(check, { manual: true })
    const rental = new TrackedRental(token, query)
    rentals.set(token, rental)
    return rental
  }

  /** No time of it is in the future: the clock may have been set right meanwhile. */
  function undo(token: string, now: number): Check | undefined {
    const kept = removed.get(token)?.check
    const check = kept && moveTimes(kept, at => Math.min(at, now))
    removed.delete(token)
    if (check) storage?.save(token, check)
    return check
  }

  for (const [token, check] of stored) add(token, check)
  return {
    rentals: rentals as ReadonlyMap<string, TrackedRental>,
    /** Tracks these, and no others: requests for those are aborted. Returns those that are new. */
    sync(tokens: ReadonlySet<string>, now: number): TrackedRental[] {
      stored.clear()
      for (const { token, query, check } of rentals.values()) {
        if (tokens.has(token)) continue
        removed.set(token, { check, at: now })
        storage?.forget(token)
        rentals.delete(token)
        cache.remove(query)
      }
      const added = [...tokens].filter(token => !rentals.has(token))
      return added.map(token => add(token, undo(token, now) ?? storage?.load(token, now)))
    },
    /** Lets go of what can no longer be undone. */
    evictRemoved(now: number) {
      for (const [token, { at }] of removed) if (now - at > UNDO_MS) removed.delete(token)
    },
  }
}
