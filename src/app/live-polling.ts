import type { ApiKeyStore } from '../api/api-key.ts'
import { fetchRental } from '../api/fetch-rental.ts'
import { attempt } from '../lib/attempt.ts'
import { browserStorage } from '../lib/browser-storage.ts'
import { createStorageLocks } from '../lib/storage-locks.ts'
import { LEASE_PREFIX } from '../storage.ts'
import type { PollingParts } from './create-board.ts'
import type { Polling } from './lazy-polling.ts'
import { startPolling } from './start-polling.ts'
import { ownVersion } from './version-check.ts'

/** The polling of the user's own board: the server's replies, the work shared with the browser's other tabs. */
export function startLivePolling(parts: PollingParts, apiKey: ApiKeyStore): Polling {
  const { clock } = parts
  const storage = browserStorage('localStorage')
  return startPolling({
    ...parts,
    source: (token, { signal }) => fetchRental(token, { signal, clock, apiKey: apiKey.get() }),
    // A browser that blocks cookies throws where one only looks at them; over plain http it has no locks.
    tabs: {
      locks:
        attempt(() => navigator.locks) ??
        (storage && createStorageLocks(storage, LEASE_PREFIX, () => document.hidden)),
      BroadcastChannel: attempt(() => globalThis.BroadcastChannel),
      version: ownVersion(),
    },
  })
}
