import { QueryClient } from '@tanstack/react-query'
import { now } from '../lib/clock.ts'
import { createTimeSlicer } from '../lib/time-slicer.ts'
import { type CheckStorage, createCheckStorage } from '../polling/check-storage.ts'
import { restoreCheck } from '../polling/rental-query.ts'
import { loadListInSlices } from '../tokens/load-list.ts'
import { createTrackedStore, type TrackedStore } from '../tokens/tracked-store.ts'

/** What a board opens with: the list of rentals, the cache that holds the last check of each, and where it is kept. */
export type StoredBoard = {
  readonly tracked: TrackedStore
  readonly queryClient: QueryClient
  readonly checks: CheckStorage | undefined
}

/** One that was read while other tabs went on. */
export type BoardReadInSlices = StoredBoard & {
  /** To be called once the page hears of the other tabs itself, or will not: takes in what they did until then. */
  applyMissedEvents: () => void
}

/** Puts a list beside a cache that holds nothing yet. */
export function createStoredBoard(tracked: TrackedStore, checks: CheckStorage | undefined): StoredBoard {
  return { tracked, queryClient: new QueryClient(), checks }
}

/** Fills the cache with the last check of every rental, in time slices. */
export async function restoreChecks({ tracked, queryClient, checks }: StoredBoard): Promise<void> {
  const nextSlice = createTimeSlicer()
  for (const token of tracked.state.getState().rentals.keys()) {
    if (checks) restoreCheck(queryClient, checks, token, now())
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
  await restoreChecks(stored)
  return {
    ...stored,
    applyMissedEvents() {
      window.removeEventListener('storage', note)
      for (const key of missed) tracked.reload(key)
    },
  }
}
