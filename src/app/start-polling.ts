import { QueryClient } from '@tanstack/react-query'
import { createPoller, type PollerOptions } from '../polling/poller.ts'
import { describePoller } from '../rentals/describe-polling.ts'
import { readRentalCache } from '../rentals/rental-cache.ts'
import type { Polling } from './lazy-polling.ts'

/** Starts to poll, with a query cache of its own. */
export function startPolling(options: Omit<PollerOptions, 'queryClient'>): Polling {
  const queryClient = new QueryClient()
  const poller = describePoller(createPoller({ ...options, queryClient }))
  return { poller, rentalCache: readRentalCache(queryClient) }
}
