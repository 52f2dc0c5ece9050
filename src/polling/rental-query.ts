import { hashKey, type Query, type QueryClient, queryOptions, skipToken } from '@tanstack/react-query'
import type { RentalReply } from '../api/rental.ts'
import type { Check } from './check.ts'

/** Fetches one rental; throws the classes of `src/api/errors.ts`. Its own timeout ends every request. */
export type RentalSource = (token: string, options: { signal: AbortSignal }) => Promise<RentalReply>

/** The cache key that all rentals share; it never holds the API key. */
export const rentalsKey = ['rental'] as const

/**
 * The query of one rental, whose data is its latest check. `enabled` is false because the poller alone decides when to
 * fetch, so whatever reads it (`useQuery(rentalQuery(token))`) never sends a request.
 */
export function rentalQuery(token: string) {
  return queryOptions<Check, Error, Check, readonly ['rental', string]>({
    queryKey: [...rentalsKey, token],
    queryFn: skipToken,
    enabled: false,
    retry: false,
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

export type RentalQuery = Query<Check, Error, Check, readonly ['rental', string]>

/** A rental's query, if it has one. Unlike the filters of `QueryClient`, it does not walk through all of them. */
export function cachedQuery(queryClient: QueryClient, token: string): RentalQuery | undefined {
  return queryClient.getQueryCache().get(hashKey(rentalQuery(token).queryKey))
}

/** Makes a rental's query if it has none; `check` is then its data. */
export function buildQuery(queryClient: QueryClient, token: string, check?: Check): RentalQuery {
  const options = queryClient.defaultQueryOptions(rentalQuery(token))
  const query = queryClient.getQueryCache().build(queryClient, options)
  if (check && query.state.data === undefined) query.setData(check, { manual: true })
  return query
}
