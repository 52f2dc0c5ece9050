import { firstCharacters } from '../lib/first-characters.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { MAX_TAG_CHARS, MAX_TAGS, type TrackedRental } from '../tokens/tracked-rental.ts'
import { compareNames } from './compare-names.ts'
import { foldText } from './fold-text.ts'

/** How many colours tags are told apart by. */
export const TAG_COLOUR_COUNT = 5

/** Reads the tags out of a text, parted by commas, semicolons or lines; no more than a rental has. */
export function parseTags(text: string): readonly string[] {
  return text
    .split(/[,;\n]/, MAX_TAGS)
    .map(tag => firstCharacters(tag.trim().replace(/\s+/g, ' '), MAX_TAG_CHARS).trim())
    .filter(tag => tag !== '')
}

/** Tags as they are spelled, by what they are compared by; the first one counts. */
const spellings = memoizeWeak(
  (known: readonly string[]) => new Map(known.toReversed().map(tag => [foldText(tag), tag])),
)

/**
 * The tags with more of them, each once, no more than a rental has. Case and accents make no new tag: one that is
 * `known` elsewhere keeps its spelling.
 */
export function addTags(
  tags: readonly string[],
  more: readonly string[],
  known: readonly string[],
): readonly string[] {
  const all = [...tags]
  const own = new Set(tags.map(foldText))
  for (const tag of more) {
    const plain = foldText(tag)
    if (own.has(plain) || all.length >= MAX_TAGS) continue
    own.add(plain)
    all.push(spellings(known).get(plain) ?? tag)
  }
  return all
}

/** Every tag in use, once, from A to Z. */
export function tagsInUse(rentals: Iterable<TrackedRental>): readonly string[] {
  return [...new Set([...rentals].flatMap(({ tags }) => tags))].sort(compareNames)
}

/** The number of the tag's colour, below {@link TAG_COLOUR_COUNT}: always the same for the same word. */
export function tagTint(tag: string): number {
  let hash = 0
  for (const character of foldText(tag)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hash % TAG_COLOUR_COUNT
}
