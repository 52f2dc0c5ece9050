import * as v from 'valibot'
import type { RentalReply } from '../api/rental.ts'
import { attempt } from '../lib/attempt.ts'
import { type History, MAX_ENTRIES } from './history.ts'
import { momentSchema, rentalSchema, statusSchema } from './rental-schema.ts'
import { charactersOf, dropOldest, FULL, SEEN_PREFIX, TIDY } from './storage-room.ts'

/** What was kept of a rental; `reply` is absent when it was too large, or an earlier version of the board kept it. */
export type Seen = { readonly reply: RentalReply | undefined; readonly history: History }

/** Keeps the last good reply and the history of each rental over a reload. */
export type SeenStore = {
  /** What was kept; a corrupt entry is removed and counts as absent. `now` caps times that a wrong clock wrote. */
  load(token: string, now: number): Seen | undefined
  /** Never throws. */
  save(token: string, reply: RentalReply, history: History): void
  forget(token: string): void
}

/** Characters of a reply's text that are kept, and of all of them: a page that opens waits for all that is kept. */
const LONGEST_RAW = 16_384
const LONGEST_RAWS = 100_000

/** Characters of an entry beyond which its history alone is kept, and beyond which none was written by a board. */
const LONGEST = 100_000
const LONGEST_READ = 1_000_000

const historySchema = v.pipe(
  v.array(v.object({ status: statusSchema, from: momentSchema, until: momentSchema })),
  v.maxLength(MAX_ENTRIES),
  v.check(history => isOrdered(history.flatMap(({ from, until }) => [from, until]))),
)

/** The version rises with the form and with the decoder: what an older one kept of a reply is asked for anew. */
const stored = v.object({
  v: v.picklist([1, 2]),
  at: momentSchema,
  rental: v.optional(rentalSchema),
  raw: v.optional(v.string()),
  history: historySchema,
})

/**
 * @param storage absent where the browser has none to offer: nothing is kept then
 * @param onSaving called with false when a save fails (quota, storage blocked), and with true when one succeeds again
 */
export function createSeenStore(
  storage: Storage | undefined,
  onSaving: (isSaved: boolean) => void,
): SeenStore {
  let isSaved = true
  let sizes = new Map<string, number>()
  const raws = new Map<string, number>()
  let rawsLength = 0

  /** Counts a reply's text, and returns whether there is room for it. */
  function takesRoom(token: string, length: number): boolean {
    rawsLength -= raws.get(token) ?? 0
    raws.delete(token)
    if (length > LONGEST_RAW || rawsLength + length > LONGEST_RAWS) return false
    raws.set(token, length)
    rawsLength += length
    return true
  }

  function write(key: string, text: string) {
    storage?.setItem(key, text)
    sizes.set(key, key.length + text.length)
    if (storage !== undefined && charactersOf(sizes) > FULL) sizes = dropOldest(storage, TIDY)
    return true
  }

  return {
    load(token, now) {
      const text = attempt(() => storage?.getItem(storageKey(token)))
      if (!text) return undefined
      sizes.set(storageKey(token), storageKey(token).length + text.length)
      const kept = attempt(() => read(text, now))
      if (kept === undefined) attempt(() => storage?.removeItem(storageKey(token)))
      takesRoom(token, kept?.reply?.raw?.length ?? 0)
      return kept
    },
    save(token, { rental, raw, at }, history) {
      const kept = takesRoom(token, raw?.length ?? 0) ? { raw } : {}
      const whole = JSON.stringify({ v: 2, at, rental, ...kept, history })
      const text = whole.length <= LONGEST ? whole : JSON.stringify({ v: 2, at, history })
      const before = isSaved
      isSaved = attempt(() => write(storageKey(token), text)) ?? false
      if (isSaved !== before) onSaving(isSaved)
    },
    forget(token) {
      takesRoom(token, 0)
      attempt(() => {
        sizes.delete(storageKey(token))
        storage?.removeItem(storageKey(token))
      })
    },
  }
}

function storageKey(token: string): string {
  return SEEN_PREFIX + encodeURIComponent(token)
}

function isOrdered(times: readonly number[]): boolean {
  return times.every((time, index) => (times[index - 1] ?? 0) <= time)
}

function read(text: string, now: number): Seen {
  if (text.length > LONGEST_READ) throw new RangeError('no board kept this')
  const { at, rental, raw, history } = v.parse(stored, JSON.parse(text))
  const past = (time: number) => Math.min(time, now)
  return {
    reply: rental && { rental, raw, at: past(at) },
    history: history.map(entry => ({ ...entry, from: past(entry.from), until: past(entry.until) })),
  }
}
