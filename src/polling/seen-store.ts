import * as z from 'zod/mini'
import { decodeReply } from '../api/decode-rental.ts'
import { knownStatuses, type RentalReply } from '../api/rental.ts'
import type { History } from './history.ts'

/** The part of the browser's storage that is needed. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What was kept of a rental; `reply` is absent when it was too large to keep. */
export type Seen = { readonly reply: RentalReply | undefined; readonly history: History }

/** Keeps the last good reply and the history of each rental over a reload. */
export type SeenStore = {
  /** What was kept; a corrupt entry is removed and counts as absent. `now` caps times that a wrong clock wrote. */
  load(token: string, now: number): Seen | undefined
  /** Never throws; the first save that fails is reported. */
  save(token: string, reply: RentalReply, history: History): void
  forget(token: string): void
}

/** Replies longer than this (characters) are not kept: about 5 MB of storage serve thousands of rentals. */
const LONGEST_RAW = 65_536

const stored = z.object({
  v: z.literal(1),
  at: z.number(),
  raw: z.optional(z.string()),
  history: z.array(
    z.object({ status: z.enum([...knownStatuses, 'unknown']), from: z.number(), until: z.number() }),
  ),
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
        return text ? read(text, now) : undefined
      } catch {
        attempt(() => storage?.removeItem(key))
        return undefined
      }
    },
    save(token, { raw, at }, history) {
      const kept = raw.length > LONGEST_RAW ? {} : { raw }
      attempt(() => storage?.setItem(storageKey(token), JSON.stringify({ v: 1, at, ...kept, history })))
    },
    forget: token => attempt(() => storage?.removeItem(storageKey(token))),
  }
}

function storageKey(token: string): string {
  return `rental-board:v1:seen:${encodeURIComponent(token)}`
}

function read(text: string, now: number): Seen {
  const { at, raw, history } = stored.parse(JSON.parse(text))
  const past = (time: number) => Math.min(time, now)
  return {
    reply: raw === undefined ? undefined : { rental: decodeReply(raw), raw, at: past(at) },
    history: history.map(entry => ({ ...entry, from: past(entry.from), until: past(entry.until) })),
  }
}
