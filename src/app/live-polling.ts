import type { ApiKeyStore } from '../api/api-key.ts'
import { fetchRental } from '../api/fetch-rental.ts'
import { attempt } from '../lib/attempt.ts'
import type { PollingParts } from './create-board.ts'
import type { Polling } from './lazy-polling.ts'
import { startPolling } from './start-polling.ts'

/** The polling of the user's own board: the server's replies, the work shared with the browser's other tabs. */
export function startLivePolling(parts: PollingParts, apiKey: ApiKeyStore): Polling {
  const { clock } = parts
  return startPolling({
    ...parts,
    source: (token, { signal }) => fetchRental(token, { signal, clock, apiKey: apiKey.get() }),
    // A browser that blocks cookies throws where one only looks at them.
    tabs: {
      locks: attempt(() => navigator.locks),
      BroadcastChannel: attempt(() => globalThis.BroadcastChannel),
    },
  })
}
