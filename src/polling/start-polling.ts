import { QueryClient } from '@tanstack/react-query'
import { createPoller, type Poller, type PollerOptions } from './poller.ts'
import { type RentalCache, readRentalCache } from './rental-cache.ts'

/** The polling of one board, and what it brings. */
export type Polling = { readonly poller: Poller; readonly book: RentalCache; stop: () => void }

export type PollingOptions = Omit<PollerOptions, 'queryClient'>

/** Starts to poll, with a query cache of its own. */
export function startPolling(options: PollingOptions): Polling {
  const queryClient = new QueryClient()
  const poller = createPoller({ ...options, queryClient })
  return {
    poller,
    book: readRentalCache(queryClient, poller.history.get),
    stop() {
      poller.stop()
      queryClient.clear()
    },
  }
}
