import { type Query, queryOptions, skipToken } from '@tanstack/react-query'
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
