import * as z from 'zod/mini'
import { momentSchema, rentalSchema } from '../api/rental.ts'
import { attempt } from '../lib/attempt.ts'
import { CHECK_PREFIX, CHECK_VERSION, entryKey, isNewer, migrateCheck, writeEntry } from '../storage.ts'
import { type Check, checkSchema, moveTimes } from './check.ts'
import { historySchema } from './history.ts'

export type CheckStorage = ReturnType<typeof createCheckStorage>

/** Characters of a reply's text that are kept, and of all of them: a page that opens waits for all that is kept. */
const MAX_RAW_CHARS = 16_384
const MAX_TOTAL_RAW_CHARS = 100_000

/** Characters of an entry beyond which its history alone is kept, and beyond which none was written by a board. */
const MAX_REPLY_CHARS = 100_000
const MAX_READ_CHARS = 1_000_000

const storedSchema = z.object({
  v: z.literal(CHECK_VERSION),
  at: momentSchema,
  rental: z.optional(rentalSchema),
  raw: z.optional(z.string()),
  history: historySchema,
  missing: checkSchema.shape.missing,
})

/**
 * Keeps the last good reply and the history of each rental over a reload.
 * @param storage absent where the browser has none to offer: nothing is kept then
 * @param onSaving called with false when a save fails (quota, storage blocked), and with true when one succeeds again
 */
export function createCheckStorage(storage: Storage | undefined, onSaving: (isSaved: boolean) => void) {
  let isSaved = true
  const rawLengths = new Map<string, number>()

  /** Counts a reply's text, and returns whether there is room for it. */
  function takesRoom(token: string, length: number): boolean {
    rawLengths.delete(token)
    let total = length
    for (const other of rawLengths.values()) total += other
    if (length === 0 || length > MAX_RAW_CHARS || total > MAX_TOTAL_RAW_CHARS) return false
    rawLengths.set(token, length)
    return true
  }

  return {
    /** What was kept; a corrupt entry is removed and counts as absent, one of a later version is left. `now` caps times that a wrong clock wrote. */
    load(token: string, now: number): Check | undefined {
      const key = entryKey(CHECK_PREFIX, token)
      const text = attempt(() => storage?.getItem(key))
      if (!text) return undefined
      const check = attempt(() => read(text, now))
      if (check === undefined && !isNewer(text, CHECK_VERSION)) attempt(() => storage?.removeItem(key))
      takesRoom(token, check?.reply?.raw?.length ?? 0)
      return check
    },
    /** Nothing of a rental that was never seen. Never throws. */
    save(token: string, { reply, history, missing }: Pick<Check, 'reply' | 'history' | 'missing'>) {
      const at = reply?.at ?? history.at(-1)?.until
      if (at === undefined) return
      const raw = takesRoom(token, reply?.raw?.length ?? 0) ? reply?.raw : undefined
      const observed = { v: CHECK_VERSION, at, history, missing }
      const whole = JSON.stringify({ ...observed, rental: reply?.rental, raw })
      const text = whole.length <= MAX_REPLY_CHARS ? whole : JSON.stringify(observed)
      const before = isSaved
      isSaved =
        attempt(() => writeEntry(storage, entryKey(CHECK_PREFIX, token), CHECK_VERSION, text)) ?? false
      if (isSaved !== before) onSaving(isSaved)
    },
    forget(token: string) {
      rawLengths.delete(token)
      attempt(() => storage?.removeItem(entryKey(CHECK_PREFIX, token)))
    },
  }
}

/** A reply that seems to come from the future has no known age: it is shown, and checked at once. */
function read(text: string, now: number): Check {
  if (text.length > MAX_READ_CHARS) throw new RangeError('no board kept this')
  const { at, rental, raw, history, missing } = storedSchema.parse(migrateCheck(JSON.parse(text)))
  const check = { reply: rental && { rental, raw, at }, failures: 0, jitter: 0, history, missing }
  const checkedAt = rental && at < now ? at : undefined
  return moveTimes({ ...check, checkedAt }, time => Math.min(time, now))
}
