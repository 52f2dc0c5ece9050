import { holdsKey } from '../api/rental.ts'
import { attempt } from '../lib/attempt.ts'
import { isNewer, QUARANTINE_PREFIX, storageKeys, TRACKED_PREFIX, TRACKED_VERSION } from '../storage.ts'
import { byOrderAdded, parseTrackedRental, type TrackedRental } from './tracked-rental.ts'

type LoadedList = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  /** Unreadable entries, which are kept under another key. */
  readonly quarantined: number
  /** Entries of a later version, which are left as they are. */
  readonly newer: number
}

/** Awaits `pause` before each entry. */
export async function loadListInSlices(
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

export function loadList(storage: Storage | undefined): LoadedList {
  const reading = read(storage)
  let step = reading.next()
  while (!step.done) step = reading.next()
  return step.value
}

/** Yields before each entry. */
function* read(storage: Storage | undefined): Generator<void, LoadedList> {
  if (storage) attempt(() => bringBack(storage))
  const own = attempt(() => storage && storageKeys(storage, TRACKED_PREFIX)) ?? []
  const found: TrackedRental[] = []
  let [quarantined, newer] = [0, 0]
  for (const key of own) {
    yield
    const text = attempt(() => storage?.getItem(key))
    // Another tab may have removed it just now.
    if (text === null) continue
    const rental = text === undefined ? undefined : parseTrackedRental(key, text)
    if (rental !== undefined) found.push(rental)
    else if (isNewer(text, TRACKED_VERSION)) newer += 1
    else {
      quarantined += 1
      if (storage && text !== undefined) quarantine(storage, key, text)
    }
  }
  return {
    rentals: new Map(found.sort(byOrderAdded).map(rental => [rental.token, rental])),
    quarantined,
    newer,
  }
}

/** What an older version could not read, and set aside, goes back to where it was. */
function bringBack(storage: Storage) {
  for (const aside of storageKeys(storage, QUARANTINE_PREFIX + TRACKED_PREFIX)) {
    const key = aside.slice(QUARANTINE_PREFIX.length)
    const text = storage.getItem(aside) ?? ''
    const isKnown = parseTrackedRental(key, text) !== undefined || isNewer(text, TRACKED_VERSION)
    if (!isKnown || storage.getItem(key) !== null) continue
    storage.setItem(key, text)
    storage.removeItem(aside)
  }
}

/** Moves an unreadable entry to where support can still find it; one with a key in it is deleted for good. */
function quarantine(storage: Storage, key: string, text: string) {
  // In a full or read-only storage it stays where it is and is skipped again.
  attempt(() => {
    if (!holdsKey(key)) storage.setItem(QUARANTINE_PREFIX + key, text)
    storage.removeItem(key)
  })
}
