import type { TrackedRental } from '../tokens/tracked-rental.ts'
import {
  type Answer,
  type CodeNames,
  type Haystack,
  haystackOf,
  interestText,
  placeText,
} from './haystack.ts'
import { plainText } from './plain-text.ts'

/** One word that is looked for. */
export type Term = {
  /** What stands where a word begins with it. */
  readonly begin: string
  /** What stands where people wrote it. */
  readonly part: string
}

/** Shorter terms (characters) are found at the beginning of a word only: every long token holds most of them. */
const SHORT = 3

/** The terms of a query; a rental is found when it holds all of them. */
export function readTerms(query: string): readonly Term[] {
  return plainText(query)
    .split(/[\s,;]+/)
    .filter(term => term !== '')
    .map(term => ({ begin: ` ${term}`, part: term.length < SHORT ? ` ${term}` : term }))
}

/** True when every term is found in what is known of the rental, which is read once until it changes. */
export function isFound(
  tracked: TrackedRental,
  answer: Answer,
  terms: readonly Term[],
  names: CodeNames = {},
): boolean {
  const hay = haystackOf(tracked, answer)
  for (const term of terms) if (!holds(hay, term, names)) return false
  return true
}

/** True when all that `terms` find is found by the `fewer` as well, as while a word is typed on. */
export function findsLess(terms: readonly Term[], fewer: readonly Term[]): boolean {
  return fewer.every(known =>
    terms.some(({ begin, part }) => begin.includes(known.begin) && part.includes(known.part)),
  )
}

function holds(hay: Haystack, { begin, part }: Term, { places, interests }: CodeNames): boolean {
  if (hay.words.includes(begin) || hay.text.includes(part)) return true
  if (places) for (const code of hay.places) if (placeText(code, places).includes(part)) return true
  if (interests)
    for (const code of hay.interests) if (interestText(code, interests).includes(part)) return true
  return false
}
