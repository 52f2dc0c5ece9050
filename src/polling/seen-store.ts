import * as v from 'valibot'
import type { RentalReply } from '../api/rental.ts'
import type { History } from './history.ts'
import { rentalSchema, statusSchema } from './rental-schema.ts'

/** The part of the browser's storage that is needed. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What was kept of a rental; `reply` is absent when an earlier version of the board kept it. */
export type Seen = { readonly reply: RentalReply | undefined; readonly history: History }

/** Keeps the last good reply and the history of each rental over a reload. */
export type SeenStore = {
  /** What was kept; a corrupt entry is removed and counts as absent. `now` caps times that a wrong clock wrote. */
  load(token: string, now: number): Seen | undefined
  /** Never throws; the first save that fails is reported. */
  save(token: string, reply: RentalReply, history: History): void
  forget(token: string): void
}

/** Characters of a reply's text that are kept, and of all of them: a page that opens waits for all that is kept. */
const LONGEST_RAW = 16_384
const LONGEST_RAWS = 100_000

/** The version rises with the form and with the decoder: what an older one kept of a reply is asked for anew. */
const stored = v.object({
  v: v.picklist([1, 2]),
  at: v.number(),
  rental: v.optional(rentalSchema),
  raw: v.optional(v.string()),
  history: v.array(v.object({ status: statusSchema, from: v.number(), until: v.number() })),
})

/**
 * @param storage absent where the browser has none to offer: nothing is kept then
 * @param onSaveFailed called once, with what the first failed save threw (quota, storage blocked)
 */
export function createSeenStore(
  storage: KeyValueStorage | undefined,
  onSaveFailed: (error: unknown) => void,
): SeenStore {
  let hasFailed = false
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

  function attempt(save: () => void) {
    try {
      save()
    } catch (error) {
      if (!hasFailed) onSaveFailed(error)
      hasFailed = true
    }
  }

  return {
    load(token, now) {
      const key = storageKey(token)
      try {
        const text = storage?.getItem(key)
        const kept = text ? read(text, now) : undefined
        takesRoom(token, kept?.reply?.raw?.length ?? 0)
        return kept
      } catch {
        attempt(() => storage?.removeItem(key))
        return undefined
      }
    },
    save(token, { rental, raw, at }, history) {
      const kept = takesRoom(token, raw?.length ?? 0) ? { raw } : {}
      const text = JSON.stringify({ v: 2, at, rental, ...kept, history })
      attempt(() => storage?.setItem(storageKey(token), text))
    },
    forget(token) {
      takesRoom(token, 0)
      attempt(() => storage?.removeItem(storageKey(token)))
    },
  }
}

function storageKey(token: string): string {
  return `rental-board:v1:seen:${encodeURIComponent(token)}`
}

function read(text: string, now: number): Seen {
  const { at, rental, raw, history } = v.parse(stored, JSON.parse(text))
  const past = (time: number) => Math.min(time, now)
  return {
    reply: rental && { rental, raw, at: past(at) },
    history: history.map(entry => ({ ...entry, from: past(entry.from), until: past(entry.until) })),
  }
}
