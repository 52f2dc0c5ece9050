import { firstCharacters } from '../lib/first-characters.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { compareNames } from './compare-names.ts'
import { foldText } from './fold-text.ts'
import { MAX_TAG_CHARS, MAX_TAGS, type TrackedRental } from './tracked-rental.ts'

export const TAG_COLOUR_COUNT = 5

/** Separated by commas, semicolons or lines; no more than a rental may have. */
export function parseTags(text: string): readonly string[] {
  return text
    .split(/[,;\n]/, MAX_TAGS)
    .map(tag => firstCharacters(tag.trim().replace(/\s+/g, ' '), MAX_TAG_CHARS).trim())
    .filter(tag => tag !== '')
}

/** Spellings by the folded tag; the first one counts. */
const spellings = memoizeWeak(
  (known: readonly string[]) => new Map(known.toReversed().map(tag => [foldText(tag), tag])),
)

/** No more than a rental may have. Case and accents make no new tag: one that is `known` keeps its spelling. */
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

export function tagsInUse(rentals: Iterable<TrackedRental>): readonly string[] {
  return [...new Set([...rentals].flatMap(({ tags }) => tags))].sort(compareNames)
}

/** A number below {@link TAG_COLOUR_COUNT}, always the same for the same word. */
export function tagTint(tag: string): number {
  let hash = 0
  for (const character of foldText(tag)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hash % TAG_COLOUR_COUNT
}
