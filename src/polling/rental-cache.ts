import type { QueryClient } from '@tanstack/react-query'
import type { RentalReply } from '../api/rental.ts'
import type { History } from './history.ts'
import { rentalKey, rentalsKey } from './rental-key.ts'

/** What is known of the content of each rental, whoever brought it. */
export type RentalCache = {
  reply(token: string): RentalReply | undefined
  /** Why its latest check failed; asked when `listener` hears of the rental. */
  error(token: string): Error | undefined
  history(token: string): History | undefined
  /** `listener` hears of each rental whose content may have changed. Returns the unsubscriber. */
  subscribe(listener: (token: string) => void): () => void
}

/** The events of the cache that end a check, or stand for one that another tab made. */
const settles: ReadonlySet<string> = new Set(['success', 'error', 'setState'])

/** The book as the query cache has it. */
export function readRentalCache(queryClient: QueryClient, history: RentalCache['history']): RentalCache {
  return {
    reply: token => queryClient.getQueryData<RentalReply>(rentalKey(token)),
    error: token => queryClient.getQueryState(rentalKey(token))?.error ?? undefined,
    history,
    subscribe: listener =>
      queryClient.getQueryCache().subscribe(event => {
        if (event.type !== 'updated' || !settles.has(event.action.type)) return
        const [kind, token]: readonly unknown[] = event.query.queryKey
        if (kind === rentalsKey[0] && typeof token === 'string') listener(token)
      }),
  }
}
