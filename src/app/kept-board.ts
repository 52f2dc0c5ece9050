import { breathe } from '../lib/breathe.ts'
import { now } from '../lib/clock.ts'
import { createKeptBook, type KeptBook } from '../polling/kept-book.ts'
import { createSeenStore } from '../polling/seen-store.ts'
import { createTrackedStore, type TrackedStore } from '../tokens/tracked-store.ts'

/** What a browser kept of a board: the list of rentals, and what was last seen of each. */
export type KeptBoard = { readonly tracked: TrackedStore; readonly book: KeptBook }

/** How many rentals are read before the page may draw and answer: a few milliseconds' work. */
const AT_ONCE = 100

/** Reads the list; what was seen of a rental is read when it is asked for. */
export function openKept(storage: Storage | undefined): KeptBoard {
  const tracked = createTrackedStore(storage, now)
  const seen = createSeenStore(storage, () => tracked.state.setState({ saveFailed: true }))
  return { tracked, book: createKeptBook(seen, now) }
}

/** Reads what was seen of every rental, a little at a time. */
export async function readKept({ tracked, book }: KeptBoard): Promise<void> {
  let read = 0
  for (const token of tracked.state.getState().rentals.keys()) {
    book.reply(token)
    read += 1
    if (read % AT_ONCE === 0) await breathe()
  }
}
