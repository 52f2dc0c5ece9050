import type { ApiKeyStore } from '../api/api-key.ts'
import { fetchRental } from '../api/fetch-rental.ts'
import type { PreferencesStore } from '../domain/preferences.ts'
import { browserStorage } from '../lib/browser-storage.ts'
import { now } from '../lib/clock.ts'
import { tabsOf } from '../polling/tabs.ts'
import { createBoard, type RunningBoard } from './create-board.ts'
import { followPage } from './follow-page.ts'

/** The user's own board: the server's replies, the browser's storage, the work shared with the other tabs. */
export function openLiveBoard(apiKey: ApiKeyStore, preferences: PreferencesStore): RunningBoard {
  const board = createBoard({
    isDemo: false,
    storage: browserStorage('localStorage'),
    apiKey,
    preferences,
    source: (token, { signal }) => fetchRental(token, { signal, clock: now, apiKey: apiKey.get() }),
    tabs: tabsOf({ locks: navigator.locks, BroadcastChannel: globalThis.BroadcastChannel }, now),
  })
  return followPage(board)
}
