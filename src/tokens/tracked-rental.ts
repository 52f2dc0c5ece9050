import * as v from 'valibot'
import { firstCharacters } from '../lib/first-characters.ts'
import { isMoment } from '../lib/is-moment.ts'
import { isToken } from './token.ts'

/** Characters of an entry beyond which no user wrote it. */
const LONGEST = 100_000

/** The longest name and the longest tag, in characters: the field that edits a name takes no more. */
export const LONGEST_NAME = 120
export const LONGEST_TAG = 40

/** The most tags of one rental. */
export const MOST_TAGS = 50

const cutTo = (most: number) =>
  v.pipe(
    v.string(),
    v.transform(text => firstCharacters(text, most)),
  )

const stored = v.object({
  v: v.literal(1),
  token: v.pipe(v.string(), v.check(isToken)),
  name: v.optional(cutTo(LONGEST_NAME)),
  tags: v.pipe(
    v.array(v.unknown()),
    v.transform(tags => tags.slice(0, MOST_TAGS)),
    v.array(cutTo(LONGEST_TAG)),
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

/** What the keys of followed rentals begin with. */
export const PREFIX = 'rental-board:v1:token:'

/** The storage key of one token: a key each, so that tabs writing at the same moment lose nothing. */
export function storageKey(token: string): string {
  return PREFIX + encodeURIComponent(token)
}

/** True for a storage key that holds a followed rental. */
export function isStorageKey(key: string): boolean {
  return key.startsWith(PREFIX)
}

/** The stored form of a followed rental. */
export function serialise(rental: TrackedRental): string {
  return JSON.stringify({ v: 1, ...rental })
}

/** Reads the stored form back; undefined when it is corrupt or stands under another token's key. */
export function deserialise(key: string, text: string): TrackedRental | undefined {
  if (text.length > LONGEST) return undefined
  try {
    const { v: _, ...rental } = v.parse(stored, JSON.parse(text))
    return storageKey(rental.token) === key ? rental : undefined
  } catch {
    return undefined
  }
}

/** Oldest first; those added together stay in the order they were pasted. */
export function byAddition(a: TrackedRental, b: TrackedRental): number {
  return a.addedAt - b.addedAt || a.place - b.place || (a.token < b.token ? -1 : 1)
}
