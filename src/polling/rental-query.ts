import { hashKey, type QueryClient, queryOptions, replaceEqualDeep } from '@tanstack/react-query'
import type { RentalReply } from '../api/rental.ts'
import { rentalKey } from './rental-key.ts'

/** Fetches one rental; throws the classes of `src/api/errors.ts`. Its own timeout ends every request. */
export type RentalSource = (token: string, options: { signal: AbortSignal }) => Promise<RentalReply>

/**
 * The query of one rental. `enabled` is false because the poller alone decides when to fetch, so whatever reads it
 * (`useQuery(rentalQuery(source, token))`) never sends a request.
 */
export function rentalQuery(source: RentalSource, token: string) {
  return queryOptions({
    ...rentalDefaults,
    queryKey: rentalKey(token),
    // The context goes on whole: reading its `signal` here would let a reader that goes away abort the check.
    queryFn: context => source(token, context),
    enabled: false,
  })
}

/** What every rental in the cache obeys, also one that was restored or received and not yet fetched. */
export const rentalDefaults = {
  retry: false,
  networkMode: 'always',
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  refetchOnMount: false,
  refetchOnReconnect: false,
  refetchOnWindowFocus: false,
  structuralSharing: keepNewest,
} as const

/** A rental's query, if it has one. Unlike the filters of `QueryClient`, it does not walk through all of them. */
export function cachedQuery(queryClient: QueryClient, token: string) {
  return queryClient.getQueryCache().get(hashKey(rentalKey(token)))
}

/**
 * Ignores a reply that is older than the one already shown, but not that it stands in for one, and keeps the identity
 * of what did not change.
 */
function keepNewest(shown: unknown, arrived: unknown): unknown {
  if (isDated(shown) && isDated(arrived) && arrived.at < shown.at) {
    return arrived.isStale ? { ...shown, isStale: true } : shown
  }
  return replaceEqualDeep(shown, arrived)
}

function isDated(value: unknown): value is { at: number; isStale?: boolean } {
  return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number'
}
