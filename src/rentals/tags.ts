import { firstCharacters } from '../lib/first-characters.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { foldText } from './fold-text.ts'
import { compareNames } from './sort.ts'
import { MAX_TAG_CHARS, MAX_TAGS, type TrackedRental } from './tracked-rental.ts'
import type { NewRental } from './tracked-store.ts'

/** Nobody reads more; typing finds the others. */
const MAX_SUGGESTED = 50

/** Separated by commas, semicolons or lines. */
export function parseTags(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map(tag => firstCharacters(tag.trim().replace(/\s+/g, ' '), MAX_TAG_CHARS).trim())
    .filter(tag => tag !== '')
}

/** Spellings by the folded tag; the first one counts. */
const spellings = memoizeWeak(
  (known: readonly string[]) => new Map(known.toReversed().map(tag => [foldText(tag), tag])),
)

/**
 * The tags of a rental, no more than it may have, and how many of those to add found no room. Case and accents make no
 * new tag: one that is `known` keeps its spelling.
 */
export function addTags(tags: readonly string[], more: readonly string[], known: readonly string[]) {
  const all = [...tags]
  const own = new Set(tags.map(foldText))
  const before = own.size
  for (const tag of more) {
    const plain = foldText(tag)
    if (own.has(plain)) continue
    own.add(plain)
    if (all.length < MAX_TAGS) all.push(spellings(known).get(plain) ?? tag)
  }
  return { tags: all, leftOut: own.size - before - (all.length - tags.length) }
}

/** New rentals as the list takes them in: of tags that differ by case and accents alone, the first spelling counts, once. */
export function spellTags<Rental extends Pick<NewRental, 'tags'>>(
  rentals: readonly Rental[],
  known: readonly string[],
): readonly Rental[] {
  const spelled = new Map(spellings(known))
  function spell(tag: string): string {
    const plain = foldText(tag)
    const spelling = spelled.get(plain) ?? tag
    spelled.set(plain, spelling)
    return spelling
  }
  return rentals.map(rental => ({ ...rental, tags: [...new Set(rental.tags?.map(spell))] }))
}

/** Once each, in the order of the list. */
export const tagsInUse = memoizeWeak((rentals: ReadonlyMap<string, TrackedRental>): readonly string[] => [
  ...new Set([...rentals.values()].flatMap(({ tags }) => tags)),
])

/** Up to 50 of those known that hold what is typed, from A to Z. */
export function suggestTags(known: readonly string[], typed: string): readonly string[] {
  const part = foldText(typed.trim())
  const found =
    part === ''
      ? known
      : [...spellings(known)].flatMap(([tag, written]) => (tag.includes(part) ? written : []))
  return found.slice(0, MAX_SUGGESTED).toSorted(compareNames)
}
