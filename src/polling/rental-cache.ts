import type { QueryClient } from '@tanstack/react-query'
import type { RentalReply } from '../api/rental.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { toError } from './check.ts'
import type { History } from './history.ts'
import { cachedQuery, rentalsKey } from './rental-query.ts'

/** What is known of the content of each rental, whoever brought it. */
export type RentalCache = {
  reply(token: string): RentalReply | undefined
  /** Why its latest check failed. */
  error(token: string): Error | undefined
  history(token: string): History | undefined
  /** `listener` hears of each rental whose check may have changed. Returns the unsubscriber. */
  subscribe(listener: (token: string) => void): () => void
}

const errorOf = memoizeWeak(toError)

/** The checks in the query cache, as the page reads them. */
export function readRentalCache(queryClient: QueryClient): RentalCache {
  const check = (token: string) => cachedQuery(queryClient, token)?.state.data
  return {
    reply: token => check(token)?.reply,
    error(token) {
      const fault = check(token)?.fault
      return fault && errorOf(fault)
    },
    history: token => check(token)?.history,
    subscribe: listener =>
      queryClient.getQueryCache().subscribe(event => {
        if (event.type !== 'updated' || event.action.type !== 'success') return
        const [kind, token]: readonly unknown[] = event.query.queryKey
        if (kind === rentalsKey[0] && typeof token === 'string') listener(token)
      }),
  }
}
