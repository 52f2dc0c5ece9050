import type { PreferencesStore } from '../board/preferences.ts'
import { attempt } from '../lib/attempt.ts'
import type { createClock } from '../lib/clock.ts'
import type { Poller } from '../polling/poller.ts'
import type { TrackedStore } from '../rentals/tracked-store.ts'
import { DOWNLOAD_PREFIX, storageKeys } from '../storage.ts'

/** How often (ms) it is looked at whether the wall clock was set back. */
const LOOK_MS = 1_000

type Recorded = {
  clock: ReturnType<typeof createClock>
  poller: Pick<Poller, 'moveTimes'>
  tracked: Pick<TrackedStore, 'moveTimes'>
  preferences: PreferencesStore
  /** Where download attempts are kept. */
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
    // Another tab may have done so already: what is not in the future stays.
    if (storage) attempt(() => moveAttempts(storage, at => (at > clock() ? move(at) : at)))
  }

  const timer = setInterval(look, LOOK_MS)
  return { look, openedAt: () => openedAt, stop: () => clearInterval(timer) }
}

function moveAttempts(storage: Storage, move: (at: number) => number) {
  const moved = (key: string, value: unknown) =>
    key === 'at' && typeof value === 'number' ? move(value) : value
  for (const key of storageKeys(storage, DOWNLOAD_PREFIX)) {
    storage.setItem(key, JSON.stringify(JSON.parse(storage.getItem(key) ?? '', moved)))
  }
}
