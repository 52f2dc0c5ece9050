import type { History } from '../polling/history.ts'
import type { RentalCache } from './rental-cache.ts'

/** What one board knows of its rentals, their histories as a whole team saw them. */
export type SharedCache = RentalCache & {
  /**
   * From now on the rental's history is what `complete` makes of what this board saw: of one history always the same
   * object.
   */
  readonly share: (token: string, complete: (seen: History) => History) => void
  /** Every history is what this board saw again. */
  readonly unshare: () => void
}

export function shareHistories(cache: RentalCache): SharedCache {
  const shared = new Map<string, (seen: History) => History>()
  const listeners = new Set<(token: string) => void>()
  return {
    ...cache,
    history(token) {
      const seen = cache.history(token)
      return seen && (shared.get(token)?.(seen) ?? seen)
    },
    subscribe(listener) {
      const stop = cache.subscribe(listener)
      listeners.add(listener)
      return () => {
        stop()
        listeners.delete(listener)
      }
    },
    share(token, complete) {
      shared.set(token, complete)
      for (const listener of listeners) listener(token)
    },
    unshare: () => shared.clear(),
  }
}
