import type { TrackedRental } from '../tokens/tracked-rental.ts'
import { compareNames } from './compare-names.ts'
import { plainText } from './plain-text.ts'

/** The longest tag, in characters: longer ones are sentences. */
const LONGEST = 40

/** How many colours tags are told apart by. */
export const TAG_TINTS = 5

/** Reads the tags out of a text, parted by commas, semicolons or lines. */
export function readTags(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map(tag => [...tag.trim().replace(/\s+/g, ' ')].slice(0, LONGEST).join('').trim())
    .filter(tag => tag !== '')
}

/**
 * The tags with more of them, each once. Case and accents make no new tag: one that is `known` elsewhere keeps
 * its spelling.
 */
export function addTags(
  tags: readonly string[],
  more: readonly string[],
  known: readonly string[],
): readonly string[] {
  const all = [...tags]
  for (const tag of more) {
    if (all.some(own => isSameTag(own, tag))) continue
    all.push(known.find(other => isSameTag(other, tag)) ?? tag)
  }
  return all
}

/** Every tag in use, once, from A to Z. */
export function tagsInUse(rentals: Iterable<TrackedRental>): readonly string[] {
  return [...new Set([...rentals].flatMap(({ tags }) => tags))].sort(compareNames)
}

/** The number of the tag's colour, below {@link TAG_TINTS}: always the same for the same word. */
export function tagTint(tag: string): number {
  let hash = 0
  for (const character of plainText(tag)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hash % TAG_TINTS
}

function isSameTag(a: string, b: string): boolean {
  return plainText(a) === plainText(b)
}
