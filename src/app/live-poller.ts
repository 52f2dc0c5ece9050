import type { ApiKeyStore } from '../api/api-key.ts'
import { fetchRental } from '../api/fetch-rental.ts'
import { attempt } from '../lib/attempt.ts'
import { createPoller, type Poller } from '../polling/poller.ts'
import { tabsOf } from '../polling/tabs.ts'
import type { PollerParts } from './create-board.ts'

/** The poller of the user's own board: the server's replies, the work shared with the browser's other tabs. */
export function startLivePoller(parts: PollerParts, apiKey: ApiKeyStore): Poller {
  const { clock } = parts
  return createPoller({
    ...parts,
    source: (token, { signal }) => fetchRental(token, { signal, clock, apiKey: apiKey.get() }),
    tabs: attempt(() =>
      tabsOf({ locks: navigator.locks, BroadcastChannel: globalThis.BroadcastChannel }, clock),
    ),
  })
}
