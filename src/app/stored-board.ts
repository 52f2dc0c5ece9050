import { now } from '../lib/clock.ts'
import { createTimeSlicer } from '../lib/time-slicer.ts'
import type { Check } from '../polling/check.ts'
import { type CheckStorage, createCheckStorage } from '../polling/check-storage.ts'
import { loadListInSlices } from '../rentals/load-list.ts'
import { createTrackedStore, type TrackedStore } from '../rentals/tracked-store.ts'

/** What a board opens with: the list of rentals, the last check of each, and where checks are stored. */
export type StoredBoard = {
  readonly tracked: TrackedStore
  readonly storage: CheckStorage | undefined
  readonly checks: Map<string, Check>
}

/** One that was read while other tabs went on. */
export type BoardReadInSlices = StoredBoard & {
  /** To be called once the page hears of the other tabs itself, or will not: takes in what they did until then. */
  applyMissedEvents: () => void
}

/** Reads the last check of every rental of the list, in time slices. */
export async function readChecks(tracked: TrackedStore, storage: CheckStorage): Promise<StoredBoard> {
  const checks = new Map<string, Check>()
  const nextSlice = createTimeSlicer()
  for (const token of tracked.state.getState().rentals.keys()) {
    const check = storage.load(token, now())
    if (check) checks.set(token, check)
    await nextSlice()
  }
  return { tracked, storage, checks }
}

/** Reads a whole board from the browser's storage, in time slices. */
export async function readStoredBoard(storage: Storage | undefined): Promise<BoardReadInSlices> {
  const missed = new Set<string | null>()
  const note = ({ key }: StorageEvent) => missed.add(key)
  window.addEventListener('storage', note)
  const tracked = createTrackedStore(storage, now, await loadListInSlices(storage, createTimeSlicer()))
  const checks = createCheckStorage(storage, isSaved =>
    isSaved ? tracked.saveAgain() : tracked.state.setState({ saveFailed: true }),
  )
  return {
    ...(await readChecks(tracked, checks)),
    applyMissedEvents() {
      window.removeEventListener('storage', note)
      tracked.reload(...missed)
    },
  }
}
