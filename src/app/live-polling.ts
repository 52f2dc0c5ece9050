import type { ApiKeyStore } from '../api/api-key.ts'
import { fetchRental } from '../api/fetch-rental.ts'
import { attempt } from '../lib/attempt.ts'
import { type Polling, startPolling } from '../polling/start-polling.ts'
import { tabsOf } from '../polling/tabs.ts'
import type { PollingParts } from './create-board.ts'

/** The polling of the user's own board: the server's replies, the work shared with the browser's other tabs. */
export function startLivePolling(parts: PollingParts, apiKey: ApiKeyStore): Polling {
  const { clock } = parts
  return startPolling({
    ...parts,
    // Sent in the task that charges it to the budget: a long task in between would gather requests to a burst.
    source: (token, { signal }) => fetchRental(token, { signal, clock, apiKey: apiKey.get() }),
    tabs: attempt(() =>
      tabsOf({ locks: navigator.locks, BroadcastChannel: globalThis.BroadcastChannel }, clock),
    ),
  })
}
