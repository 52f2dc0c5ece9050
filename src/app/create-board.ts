import { createStore } from 'zustand/vanilla'
import type { ApiKeyStore } from '../api/api-key.ts'
import type { Board } from '../board/board-context.ts'
import { createDialogs } from '../board/dialogs.ts'
import type { FileAccess } from '../board/file-access.ts'
import type { PreferencesStore } from '../board/preferences.ts'
import { createSelection } from '../board/selection.ts'
import { createTeamStore } from '../board/team-store.ts'
import { createToastStore } from '../board/toast-store.ts'
import { createView } from '../board/view.ts'
import { now } from '../lib/clock.ts'
import type { PollerOptions } from '../polling/poller.ts'
import { createBoardModel } from '../rentals/board-model.ts'
import { type ChangesState, feedChanges } from '../rentals/change-feed.ts'
import { shareHistories } from '../rentals/shared-history.ts'
import { followClock } from './follow-clock.ts'
import { createLazyPolling, type Polling } from './lazy-polling.ts'
import type { StoredBoard } from './stored-board.ts'

/** What every board gives to its polling, and the board's kind adds to. */
export type PollingParts = Pick<PollerOptions, 'stored' | 'storage' | 'clock' | 'settings'>

type BoardOptions = {
  isDemo: boolean
  stored: StoredBoard
  apiKey: ApiKeyStore
  preferences: PreferencesStore
  /** Loads the code of the polling; what it resolves to starts it. */
  loadPolling: () => Promise<(parts: PollingParts) => Polling>
  /** What the board keeps beside the list and the checks. */
  storage?: Storage | undefined
  /** How files are fetched; absent where they are not. */
  files?: FileAccess
}

export type RunningBoard = Board & { stop: () => void }

/** Puts a board together along the way the data flows: list, cache, model; the code of the polling comes after. */
export function createBoard(options: BoardOptions): RunningBoard {
  const { isDemo, apiKey, preferences, loadPolling } = options
  const { tracked, checks, storage } = options.stored
  const changes = createStore<ChangesState>(() => ({ latest: [], last: new Map() }))
  const polling = createLazyPolling(load, preferences.state.getState(), checks)
  const { poller } = polling
  const rentalCache = shareHistories(polling.rentalCache)
  const track = () => poller.track([...tracked.state.getState().rentals.keys()])

  async function load() {
    const start = await loadPolling()
    return () => start({ stored: checks, storage, clock: now, settings: preferences.state.getState() })
  }

  track()
  const stops = [
    // The poller hears of a change first, so that what it restores of a rental is there when the model reads it.
    tracked.state.subscribe(track),
    apiKey.subscribe(poller.onKeyChange),
    preferences.state.subscribe(({ paused, pace, rate }, old) => {
      if (paused !== old.paused || pace !== old.pace || rate !== old.rate)
        poller.setSettings({ paused, pace, rate })
    }),
  ]
  const model = createBoardModel({ rentalCache, tracked: tracked.state, schedule: nextFrame })
  const clock = followClock({ clock: now, poller, tracked, preferences, storage: options.storage })
  stops.push(model.stop, feedChanges(changes, model.state, rentalCache.history, now, clock.openedAt))
  stops.push(poller.stop, clock.stop)

  stops.push(followPage({ isDemo, poller, preferences, tracked }, clock.look))

  return {
    isDemo,
    now,
    tracked,
    apiKey,
    preferences,
    rentalCache,
    checkStorage: storage,
    storage: options.storage,
    files: options.files,
    poller,
    model,
    changes,
    team: createTeamStore(),
    toasts: createToastStore(),
    view: createView(),
    selection: createSelection(),
    dialogs: createDialogs(),
    stop() {
      for (const stop of stops) stop()
    },
  }
}

/** Tells the board what happens to its page: hidden, shown, woken, and what other tabs do to the list. */
function followPage(
  { isDemo, poller, preferences, tracked }: Pick<Board, 'isDemo' | 'poller' | 'preferences' | 'tracked'>,
  lookAtClock: () => void,
): () => void {
  const events = new AbortController()
  const { signal } = events
  const resume = () => poller.onResume()
  const syncHidden = () => poller.setHidden(document.hidden)

  syncHidden()
  document.addEventListener('visibilitychange', syncHidden, { signal })
  document.addEventListener('resume', resume, { signal })
  for (const event of ['pageshow', 'focus', 'online']) window.addEventListener(event, resume, { signal })
  const keys = new Set<string | null>()
  function reload({ key }: StorageEvent) {
    lookAtClock()
    preferences.reload(key)
    // A list of thousands that another tab adds is thousands of events.
    if (keys.size === 0) setTimeout(reloadList)
    keys.add(key)
  }
  function reloadList() {
    if (!isDemo && !signal.aborted) tracked.reload(...keys)
    keys.clear()
  }
  window.addEventListener('storage', reload, { signal })
  return () => events.abort()
}

/** Before the next picture; a hidden page draws none and must not wait for one. */
function nextFrame(work: () => void) {
  if (document.hidden) setTimeout(work)
  else requestAnimationFrame(work)
}
