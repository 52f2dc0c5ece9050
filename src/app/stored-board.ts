import { now } from '../lib/clock.ts'
import { createTimeSlicer } from '../lib/time-slicer.ts'
import { createCheckStorage } from '../polling/check-storage.ts'
import { createPersistedCache, type PersistedCache } from '../polling/kept-book.ts'
import { type LoadedList, loadListInSlices } from '../tokens/load-list.ts'
import { createTrackedStore, type TrackedStore } from '../tokens/tracked-store.ts'

/** What a browser kept of a board: the list of rentals, and what was last seen of each. */
export type StoredBoard = {
  readonly tracked: TrackedStore
  readonly book: PersistedCache
}

/** One whose list was read while other tabs went on. */
export type SlicedStoredBoard = StoredBoard & {
  /** To be called once the page hears of the other tabs itself, or will not: takes in what they did until then. */
  applyMissedEvents: () => void
}

/** Opens what was kept; what was seen of a rental is read when it is asked for, and the list at once if it is not given. */
export function openStored(storage: Storage | undefined, list?: LoadedList): StoredBoard {
  const tracked = createTrackedStore(storage, now, list)
  const seen = createCheckStorage(storage, isSaved =>
    isSaved ? tracked.saveAgain() : tracked.state.setState({ saveFailed: true }),
  )
  return { tracked, book: createPersistedCache(seen, now) }
}

/** The same, the list read a little at a time. */
export async function openStoredInSlices(storage: Storage | undefined): Promise<SlicedStoredBoard> {
  const missed = new Set<string | null>()
  const note = ({ key }: StorageEvent) => missed.add(key)
  window.addEventListener('storage', note)
  const kept = openStored(storage, await loadListInSlices(storage, createTimeSlicer()))
  return {
    ...kept,
    applyMissedEvents() {
      window.removeEventListener('storage', note)
      for (const key of missed) kept.tracked.reload(key)
    },
  }
}

/** Reads what was seen of every rental, a little at a time. */
export async function readStored({ tracked, book }: StoredBoard): Promise<void> {
  const pause = createTimeSlicer()
  for (const token of tracked.state.getState().rentals.keys()) {
    book.reply(token)
    await pause()
  }
}
