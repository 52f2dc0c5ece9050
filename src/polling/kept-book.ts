import type { Clock } from '../lib/clock.ts'
import type { CheckStorage, StoredCheck } from './check-storage.ts'
import type { RentalCache } from './rental-cache.ts'

/** The book of a board that opens: what was kept from before, until the polling brings its own. */
export type PersistedCache = RentalCache & {
  /** What was kept, for the polling to go on from: each entry is read once for both. */
  readonly seen: CheckStorage
  /** From now on the book is what `live` says; it must hold what was kept by then. */
  connect(live: RentalCache): void
}

/** Reads what was kept of a rental when it is first asked for, and at once: a page shows it before it polls. */
export function createPersistedCache(seen: CheckStorage, clock: Clock): PersistedCache {
  const kept = new Map<string, StoredCheck | undefined>()
  const listeners = new Set<(token: string) => void>()
  let live: RentalCache | undefined

  function recall(token: string): StoredCheck | undefined {
    if (!kept.has(token)) kept.set(token, seen.load(token, clock()))
    return kept.get(token)
  }

  return {
    reply: token => (live ? live.reply(token) : recall(token)?.reply),
    error: token => live?.error(token),
    history: token => (live ? live.history(token) : recall(token)?.history),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    seen: {
      ...seen,
      load(token, now) {
        const known = kept.get(token)
        return kept.delete(token) ? known : seen.load(token, now)
      },
    },
    connect(brought) {
      live = brought
      kept.clear()
      brought.subscribe(token => {
        for (const listener of listeners) listener(token)
      })
    },
  }
}
