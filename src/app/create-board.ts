import { QueryClient } from '@tanstack/react-query'
import type { ApiKeyStore } from '../api/api-key.ts'
import type { Board } from '../components/board-context.ts'
import { createToastStore } from '../components/toasts/toast-store.ts'
import { createBoardModel } from '../domain/board-model.ts'
import { createChangeFeed } from '../domain/change-feed.ts'
import type { PreferencesStore } from '../domain/preferences.ts'
import { now } from '../lib/clock.ts'
import { currentSince } from '../polling/history.ts'
import { createPoller, type PollerOptions } from '../polling/poller.ts'
import type { RentalSource } from '../polling/rental-query.ts'
import { createSeenStore } from '../polling/seen-store.ts'
import { createTrackedStore } from '../tokens/tracked-store.ts'

export type BoardOptions = {
  isDemo: boolean
  storage: Storage | undefined
  apiKey: ApiKeyStore
  preferences: PreferencesStore
  source: RentalSource
  /** Shares list and work with the browser's other tabs; absent where the board stands alone. */
  tabs?: PollerOptions['tabs']
}

export type RunningBoard = Board & { stop: () => void }

/** Puts a board together along the way the data flows: list, requests, polling, model. */
export function createBoard(options: BoardOptions): RunningBoard {
  const { isDemo, storage, apiKey, preferences, source, tabs } = options
  const queryClient = new QueryClient()
  const tracked = createTrackedStore(storage, now)
  const seen = createSeenStore(storage, () => tracked.state.setState({ saveFailed: true }))
  const settings = preferences.state.getState()
  const poller = createPoller({ queryClient, source, clock: now, settings, seen, tabs })
  const follow = () => poller.follow([...tracked.state.getState().rentals.keys()])

  follow()
  const stops = [
    // The poller hears of a change first, so that what it kept of a rental is there when the model reads it.
    tracked.state.subscribe(follow),
    apiKey.subscribe(() => poller.retry()),
    preferences.state.subscribe(({ paused, pace, rate }, old) => {
      if (paused !== old.paused || pace !== old.pace || rate !== old.rate)
        poller.setSettings({ paused, pace, rate })
    }),
    poller.stop,
  ]
  const model = createBoardModel({
    queryClient,
    tracked: tracked.state,
    sinceOf: token => currentSince(poller.history.get(token) ?? []),
    schedule: nextFrame,
  })
  const changes = createChangeFeed(model.state, poller.history.get, now)
  stops.push(changes.stop, model.stop)

  return {
    isDemo,
    now,
    tracked,
    apiKey,
    preferences,
    source,
    queryClient,
    poller,
    model,
    changes: changes.state,
    toasts: createToastStore(),
    stop() {
      for (const stop of stops) stop()
      queryClient.clear()
    },
  }
}

/** Before the next picture; a hidden page draws none and must not wait for one. */
function nextFrame(work: () => void) {
  if (document.hidden) setTimeout(work)
  else requestAnimationFrame(work)
}
