import * as v from 'valibot'
import { isMoment } from '../lib/clock.ts'
import { firstCharacters } from '../lib/first-characters.ts'
import { entryKey, TRACKED_PREFIX, TRACKED_VERSION } from '../storage.ts'
import { isToken } from './token.ts'

/** Characters of an entry beyond which no user wrote it. */
const MAX_ENTRY_CHARS = 100_000

/** The longest name and the longest tag, in characters: the field that edits a name takes no more. */
export const MAX_NAME_CHARS = 120
export const MAX_TAG_CHARS = 40

/** The most tags of one rental. */
export const MAX_TAGS = 50

const cutTo = (most: number) =>
  v.pipe(
    v.string(),
    v.transform(text => firstCharacters(text, most)),
  )

const stored = v.object({
  v: v.literal(TRACKED_VERSION),
  token: v.pipe(v.string(), v.check(isToken)),
  name: v.optional(cutTo(MAX_NAME_CHARS)),
  tags: v.pipe(
    v.array(v.unknown()),
    v.transform(tags => tags.slice(0, MAX_TAGS)),
    v.array(cutTo(MAX_TAG_CHARS)),
  ),
  addedAt: v.pipe(v.number(), v.check(isMoment)),
  place: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

/** One followed rental, as the user knows it. */
export type TrackedRental = {
  readonly token: string
  /** The user's own name for it. */
  readonly name?: string | undefined
  readonly tags: readonly string[]
  /** When it was added: milliseconds since 1970. */
  readonly addedAt: number
  /** Its place among those added at the same moment. */
  readonly place: number
}

/** The storage key of one token: a key each, so that tabs writing at the same moment lose nothing. */
export function storageKey(token: string): string {
  return entryKey(TRACKED_PREFIX, token)
}

/** True for a storage key that holds a followed rental. */
export function isStorageKey(key: string): boolean {
  return key.startsWith(TRACKED_PREFIX)
}

/** The stored form of a followed rental. */
export function serialize(rental: TrackedRental): string {
  return JSON.stringify({ v: TRACKED_VERSION, ...rental })
}

/** Reads the stored form back; undefined when it is corrupt or stands under another token's key. */
export function parseTrackedRental(key: string, text: string): TrackedRental | undefined {
  if (text.length > MAX_ENTRY_CHARS) return undefined
  try {
    const { v: _, ...rental } = v.parse(stored, JSON.parse(text))
    return storageKey(rental.token) === key ? rental : undefined
  } catch {
    return undefined
  }
}

/** Oldest first; those added together stay in the order they were pasted. */
export function byOrderAdded(a: TrackedRental, b: TrackedRental): number {
  return a.addedAt - b.addedAt || a.place - b.place || (a.token < b.token ? -1 : 1)
}
