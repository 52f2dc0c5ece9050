import { now } from '../lib/clock.ts'
import { takeTurns } from '../lib/take-turns.ts'
import { createKeptBook, type KeptBook } from '../polling/kept-book.ts'
import { createSeenStore } from '../polling/seen-store.ts'
import { type LoadedList, loadListInTurns } from '../tokens/load-list.ts'
import { createTrackedStore, type TrackedStore } from '../tokens/tracked-store.ts'

/** What a browser kept of a board: the list of rentals, and what was last seen of each. */
export type KeptBoard = {
  readonly tracked: TrackedStore
  readonly book: KeptBook
  /** To be called once the page hears of the other tabs: takes in what one of them added or removed until then. */
  catchUp: () => void
}

/** Opens what was kept; what was seen of a rental is read when it is asked for, and the list at once if it is not given. */
export function openKept(
  storage: Storage | undefined,
  list?: LoadedList,
  entries = storage?.length,
): KeptBoard {
  const tracked = createTrackedStore(storage, now, list)
  const seen = createSeenStore(storage, () => tracked.state.setState({ saveFailed: true }))
  return {
    tracked,
    book: createKeptBook(seen, now),
    catchUp() {
      if (storage?.length !== entries) tracked.reload(null)
    },
  }
}

/** The same, the list read a little at a time. */
export async function openKeptInTurns(storage: Storage | undefined): Promise<KeptBoard> {
  const entries = storage?.length
  return openKept(storage, await loadListInTurns(storage, takeTurns()), entries)
}

/** Reads what was seen of every rental, a little at a time. */
export async function readKept({ tracked, book }: KeptBoard): Promise<void> {
  const pause = takeTurns()
  for (const token of tracked.state.getState().rentals.keys()) {
    book.reply(token)
    await pause()
  }
}
