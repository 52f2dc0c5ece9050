import type { PreferencesStore } from '../board/preferences.ts'
import { attempt } from '../lib/attempt.ts'
import type { createClock } from '../lib/clock.ts'
import { movedTimes } from '../lib/moved-times.ts'
import type { Poller } from '../polling/poller.ts'
import type { TrackedStore } from '../rentals/tracked-store.ts'
import { DOWNLOAD_PREFIX, NEWS_KEY, storageKeys } from '../storage.ts'

/** How often (ms) it is looked at whether the wall clock was set back. */
const LOOK_MS = 1_000

type Recorded = {
  clock: ReturnType<typeof createClock>
  poller: Pick<Poller, 'moveTimes'>
  tracked: Pick<TrackedStore, 'moveTimes'>
  preferences: PreferencesStore
  /** Where download attempts are kept, and what of the news is read. */
  storage: Storage | undefined
}

/**
 * Follows a wall clock that is set back: what was recorded while it was ahead moves with it, where it is shown and where
 * it is stored. `look` looks at once: to be called before anything of another tab is taken in.
 */
export function followClock({ clock, poller, tracked, preferences, storage }: Recorded) {
  let openedAt = clock()

  function look() {
    const move = clock.correct()
    if (move === undefined) return
    openedAt = move(openedAt)
    poller.moveTimes(move)
    tracked.moveTimes(move)
    const { pausedAt } = preferences.state.getState()
    if (pausedAt !== undefined && move(pausedAt) !== pausedAt) preferences.set({ pausedAt: move(pausedAt) })
    if (storage) attempt(() => moveStored(storage, at => (at > clock() ? move(at) : at)))
  }

  const timer = setInterval(look, LOOK_MS)
  return { look, openedAt: () => openedAt, stop: () => clearInterval(timer) }
}

/** What is read from the storage alone: another tab may have moved it already, so what is not in the future stays. */
function moveStored(storage: Storage, move: (at: number) => number) {
  for (const key of [NEWS_KEY, ...storageKeys(storage, DOWNLOAD_PREFIX)]) {
    const text = storage.getItem(key)
    if (text === null) continue
    storage.setItem(key, JSON.stringify(movedTimes(JSON.parse(text), move)))
    // As if another tab had done it: who shows it reads it anew.
    globalThis.dispatchEvent?.(new StorageEvent('storage', { key }))
  }
}
