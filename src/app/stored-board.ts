import { QueryClient } from '@tanstack/react-query'
import { now } from '../lib/clock.ts'
import { createTimeSlicer } from '../lib/time-slicer.ts'
import { type CheckStorage, createCheckStorage } from '../polling/check-storage.ts'
import { createRentalRecords, type RentalRecords } from '../polling/rental-records.ts'
import { loadListInSlices } from '../tokens/load-list.ts'
import { createTrackedStore, type TrackedStore } from '../tokens/tracked-store.ts'

/** What a board opens with: the list of rentals, and the cache that holds the last reply of each. */
export type StoredBoard = {
  readonly tracked: TrackedStore
  readonly queryClient: QueryClient
  readonly records: RentalRecords
}

/** One that was read while other tabs went on. */
export type BoardReadInSlices = StoredBoard & {
  /** To be called once the page hears of the other tabs itself, or will not: takes in what they did until then. */
  applyMissedEvents: () => void
}

/** Puts a list beside a cache that holds nothing yet. */
export function createStoredBoard(tracked: TrackedStore, checks: CheckStorage | undefined): StoredBoard {
  const queryClient = new QueryClient()
  return { tracked, queryClient, records: createRentalRecords(queryClient, checks) }
}

/** Fills the cache with the last reply of every rental, in time slices. */
export async function restoreReplies({ tracked, records }: StoredBoard): Promise<void> {
  const nextSlice = createTimeSlicer()
  for (const token of tracked.state.getState().rentals.keys()) {
    records.recall(token, now())
    await nextSlice()
  }
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
  const stored = createStoredBoard(tracked, checks)
  await restoreReplies(stored)
  return {
    ...stored,
    applyMissedEvents() {
      window.removeEventListener('storage', note)
      for (const key of missed) tracked.reload(key)
    },
  }
}
