import * as z from 'zod/mini'
import { isToken } from '../api/rental.ts'
import { isMoment } from '../lib/clock.ts'
import { firstCharacters } from '../lib/first-characters.ts'
import { entryKey, TRACKED_PREFIX, TRACKED_VERSION } from '../storage.ts'

/** No user wrote a longer entry. */
const MAX_ENTRY_CHARS = 100_000

/** The field that edits a name takes no more. */
export const MAX_NAME_CHARS = 120
export const MAX_TAG_CHARS = 40
export const MAX_NOTE_CHARS = 200

export const MAX_TAGS = 50

const cutTo = (most: number) => z.string().check(z.overwrite(text => firstCharacters(text, most)))

const trackedSchema = z.object({
  token: z.string().check(z.refine(isToken)),
  name: z.optional(cutTo(MAX_NAME_CHARS)),
  /** One line of the user's own. */
  note: z.optional(cutTo(MAX_NOTE_CHARS)),
  /** Put away by the user or by rule; false once the user brought it back, which the rule respects. */
  archived: z.optional(z.boolean()),
  tags: z.readonly(
    z.pipe(
      z.array(z.unknown()).check(z.overwrite(tags => tags.slice(0, MAX_TAGS))),
      z.array(cutTo(MAX_TAG_CHARS)),
    ),
  ),
  /** Milliseconds since 1970. */
  addedAt: z.number().check(z.refine(isMoment)),
  /** Order among those added at the same moment. */
  place: z.int().check(z.nonnegative()),
})

export type TrackedRental = Readonly<z.infer<typeof trackedSchema>>

/** What a later version added under the same number is kept, and written back. */
const stored = z.looseObject({ ...trackedSchema.shape, v: z.literal(TRACKED_VERSION) })

/** One key for each token, so that tabs that write at the same moment lose nothing. */
export function storageKey(token: string): string {
  return entryKey(TRACKED_PREFIX, token)
}

export function serialize(rental: TrackedRental): string {
  return JSON.stringify({ v: TRACKED_VERSION, ...rental })
}

/** Undefined when the text is corrupt or belongs to another token's key. */
export function parseTrackedRental(key: string, text: string): TrackedRental | undefined {
  if (text.length > MAX_ENTRY_CHARS) return undefined
  try {
    const { v: _, ...rental } = stored.parse(JSON.parse(text))
    return storageKey(rental.token) === key ? rental : undefined
  } catch {
    return undefined
  }
}

/** Oldest first; those added together in the order they were pasted. */
export function byOrderAdded(a: TrackedRental, b: TrackedRental): number {
  return a.addedAt - b.addedAt || a.place - b.place || (a.token < b.token ? -1 : 1)
}
