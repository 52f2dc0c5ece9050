import { holdsKey } from './token.ts'
import { byAddition, deserialise, isStorageKey, type TrackedRental } from './tracked-rental.ts'

/** What a storage holds of the list. */
export type LoadedList = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  /** Entries that could not be read: kept under another key, out of the list. */
  readonly setAside: number
}

const ASIDE = 'rental-board:aside:'

/** Reads the list from the storage, an entry at a time; `pause` is awaited in between. */
export async function loadListInTurns(
  storage: Storage | undefined,
  pause: () => Promise<void>,
): Promise<LoadedList> {
  const reading = read(storage)
  let step = reading.next()
  while (!step.done) {
    await pause()
    step = reading.next()
  }
  return step.value
}

/** Reads the list from the storage. */
export function loadList(storage: Storage | undefined): LoadedList {
  const reading = read(storage)
  let step = reading.next()
  while (!step.done) step = reading.next()
  return step.value
}

/** Stops after every entry on its way to the list. */
function* read(storage: Storage | undefined): Generator<void, LoadedList> {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
  const own = keys.filter(isStorageKey)
  const found: TrackedRental[] = []
  let aside = 0
  for (const key of own) {
    yield
    // Another tab may have removed it just now.
    const text = storage?.getItem(key) ?? null
    if (storage === undefined || text === null) continue
    const rental = deserialise(key, text)
    if (rental !== undefined) found.push(rental)
    else {
      aside += 1
      setAside(storage, key, text)
    }
  }
  return {
    rentals: new Map(found.sort(byAddition).map(rental => [rental.token, rental])),
    setAside: aside,
  }
}

/** Moves an unreadable entry out of the way, where support can still find it; one with a key in it goes for good. */
function setAside(storage: Storage, key: string, text: string) {
  try {
    if (!holdsKey(key)) storage.setItem(ASIDE + key, text)
    storage.removeItem(key)
  } catch {
    // Full or read-only storage: the entry stays where it is and is passed over again.
  }
}
