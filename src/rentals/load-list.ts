import { holdsKey } from '../api/token.ts'
import { attempt } from '../lib/attempt.ts'
import { QUARANTINE_PREFIX, storageKeys, TRACKED_PREFIX } from '../storage.ts'
import { byOrderAdded, parseTrackedRental, type TrackedRental } from './tracked-rental.ts'

type LoadedList = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  /** Unreadable entries, which are kept under another key. */
  readonly quarantined: number
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
  const own = attempt(() => storage && storageKeys(storage, TRACKED_PREFIX)) ?? []
  const found: TrackedRental[] = []
  let quarantined = 0
  for (const key of own) {
    yield
    const text = attempt(() => storage?.getItem(key))
    // Another tab may have removed it just now.
    if (text === null) continue
    const rental = text === undefined ? undefined : parseTrackedRental(key, text)
    if (rental !== undefined) found.push(rental)
    else {
      quarantined += 1
      if (storage && text !== undefined) quarantine(storage, key, text)
    }
  }
  return {
    rentals: new Map(found.sort(byOrderAdded).map(rental => [rental.token, rental])),
    quarantined,
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
