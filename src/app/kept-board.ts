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
}

/** One whose list was read while other tabs went on. */
export type KeptInTurns = KeptBoard & {
  /** To be called once the page hears of the other tabs itself, or will not: takes in what they did until then. */
  catchUp: () => void
}

/** Opens what was kept; what was seen of a rental is read when it is asked for, and the list at once if it is not given. */
export function openKept(storage: Storage | undefined, list?: LoadedList): KeptBoard {
  const tracked = createTrackedStore(storage, now, list)
  const seen = createSeenStore(storage, isSaved =>
    isSaved ? tracked.saveAgain() : tracked.state.setState({ saveFailed: true }),
  )
  return { tracked, book: createKeptBook(seen, now) }
}

/** The same, the list read a little at a time. */
export async function openKeptInTurns(storage: Storage | undefined): Promise<KeptInTurns> {
  const missed = new Set<string | null>()
  const note = ({ key }: StorageEvent) => missed.add(key)
  window.addEventListener('storage', note)
  const kept = openKept(storage, await loadListInTurns(storage, takeTurns()))
  return {
    ...kept,
    catchUp() {
      window.removeEventListener('storage', note)
      for (const key of missed) kept.tracked.reload(key)
    },
  }
}

/** Reads what was seen of every rental, a little at a time. */
export async function readKept({ tracked, book }: KeptBoard): Promise<void> {
  const pause = takeTurns()
  for (const token of tracked.state.getState().rentals.keys()) {
    book.reply(token)
    await pause()
  }
}
