import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { Check } from '../polling/check.ts'
import { rentalsKey } from '../polling/tracked-rentals.ts'

export type RentalCache = ReturnType<typeof readRentalCache>

/** What is known of the content of each rental, whoever brought it: the checks in the query cache, as the page reads them. */
export function readRentalCache(queryClient: QueryClient) {
  const cache = queryClient.getQueryCache()
  // Not `getQueryData`, which merges the client's options anew at each look.
  const check = (token: string) => cache.get<Check>(hashKey([...rentalsKey, token]))?.state.data
  return {
    reply: (token: string) => check(token)?.reply,
    /** Why its latest check failed. */
    error: (token: string) => check(token)?.fault,
    history: (token: string) => check(token)?.history,
    /** Since when the provider no longer finds it. */
    missing: (token: string) => check(token)?.missing,
    /** `listener` hears of each rental whose check may have changed. Returns the unsubscriber. */
    subscribe(listener: (token: string) => void) {
      return cache.subscribe(event => {
        if (event.type !== 'updated' || event.action.type !== 'success') return
        const [kind, token]: readonly unknown[] = event.query.queryKey
        if (kind === rentalsKey[0] && typeof token === 'string') listener(token)
      })
    },
  }
}
