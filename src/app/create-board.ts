import { createStore } from 'zustand/vanilla'
import type { ApiKeyStore } from '../api/api-key.ts'
import type { Board } from '../components/board-context.ts'
import { createToastStore } from '../components/toasts/toast-store.ts'
import { createBoardModel } from '../domain/board-model.ts'
import type { ChangesState } from '../domain/change-feed.ts'
import type { PreferencesStore } from '../domain/preferences.ts'
import type { FileAccess } from '../download/file-access.ts'
import { now } from '../lib/clock.ts'
import { createLatePoller } from '../polling/late-poller.ts'
import type { Polling, PollingOptions } from '../polling/start-polling.ts'
import { openPolling } from './open-polling.ts'
import type { StoredBoard } from './stored-board.ts'

/** What every board gives to its polling, and the board's kind adds to. */
export type PollingParts = Pick<PollingOptions, 'clock' | 'settings' | 'seen'>

export type BoardOptions = {
  isDemo: boolean
  kept: StoredBoard
  apiKey: ApiKeyStore
  preferences: PreferencesStore
  /** Loads the code of the polling; what it resolves to starts it. */
  loadPolling: () => Promise<(parts: PollingParts) => Polling>
  /** How files are fetched; absent where they are not. */
  files?: FileAccess
}

export type RunningBoard = Board & { stop: () => void }

/** Puts a board together along the way the data flows: list, what was kept, model; the polling comes after. */
export function createBoard(options: BoardOptions): RunningBoard {
  const { isDemo, apiKey, preferences, loadPolling } = options
  const { tracked, book } = options.kept
  const changes = createStore<ChangesState>(() => ({ latest: [], last: new Map() }))
  const openedAt = now()
  const poller = createLatePoller(preferences.state.getState(), book.history)
  const syncTracked = () => poller.track([...tracked.state.getState().rentals.keys()])

  async function load() {
    const start = await loadPolling()
    const { feedChanges } = await import('../domain/change-feed.ts')
    return () => {
      stops.push(feedChanges(changes, model.state, book.history, now, openedAt))
      return start({ clock: now, settings: preferences.state.getState(), seen: book.seen })
    }
  }

  syncTracked()
  const stops = [
    // The poller hears of a change first, so that what it kept of a rental is there when the model reads it.
    tracked.state.subscribe(syncTracked),
    apiKey.subscribe(() => poller.retry()),
    preferences.state.subscribe(({ paused, pace, rate }, old) => {
      if (paused !== old.paused || pace !== old.pace || rate !== old.rate)
        poller.setSettings({ paused, pace, rate })
    }),
    openPolling(load, poller, book),
  ]
  const model = createBoardModel({ book, tracked: tracked.state, schedule: nextFrame })
  stops.push(model.stop)

  return {
    isDemo,
    now,
    tracked,
    apiKey,
    preferences,
    book,
    files: options.files,
    poller,
    model,
    changes,
    toasts: createToastStore(),
    stop() {
      for (const stop of stops) stop()
    },
  }
}

/** Before the next picture; a hidden page draws none and must not wait for one. */
function nextFrame(work: () => void) {
  if (document.hidden) setTimeout(work)
  else requestAnimationFrame(work)
}
