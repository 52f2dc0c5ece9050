import type { Rental } from '../api/rental.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import { plainText } from './plain-text.ts'
import type { RowState } from './row-state.ts'
import { categoryWords, codeWords, sexWords, stateWords } from './search-words.ts'

/** What is known of one rental, for whoever looks for it. */
export type Findable = {
  readonly tracked: TrackedRental
  readonly state: RowState
  readonly rental: Rental | undefined
}

/** The names of French places; another object whenever more of them are known. */
export type PlaceNames = {
  communes: (postcode: string) => readonly string[] | undefined
  departmentsOf: (postcode: string) => readonly string[]
  departmentName: (code: string) => string | undefined
}

type Haystack = {
  /** What people wrote, and names: found by any part. */
  readonly text: string
  /** The board's words, and codes: found by their beginning, so that «men» finds no women. */
  readonly words: string
}

/** Shorter terms (characters) are found at the beginning of a word only: every long token holds most of them. */
const SHORT = 3

const haystacks = new WeakMap<TrackedRental, Findable & { names: PlaceNames | undefined; hay: Haystack }>()

/** The terms of a query; a rental is found when it holds all of them. */
export function readTerms(query: string): readonly string[] {
  return plainText(query)
    .split(/[\s,;]+/)
    .filter(term => term !== '')
}

/** True when every term is found in what is known of the rental, which is read once until it changes. */
export function isFound(findable: Findable, terms: readonly string[], names?: PlaceNames): boolean {
  const { text, words } = haystackOf(findable, names)
  return terms.every(
    term => words.includes(` ${term}`) || text.includes(term.length < SHORT ? ` ${term}` : term),
  )
}

function haystackOf(findable: Findable, names: PlaceNames | undefined): Haystack {
  const { tracked, state, rental } = findable
  const kept = haystacks.get(tracked)
  if (kept?.state === state && kept.rental === rental && kept.names === names) return kept.hay
  const codes = rental === undefined ? [] : placeCodes(rental)
  const hay = {
    text: joined([
      tracked.token,
      tracked.name,
      ...tracked.tags,
      state === 'unknown' ? rental?.statusText : undefined,
      ...(names === undefined ? [] : codes.flatMap(code => placeNames(code, names))),
    ]),
    words: joined([stateWords[state], ...codes, ...(rental === undefined ? [] : targetingWords(rental))]),
  }
  haystacks.set(tracked, { ...findable, names, hay })
  return hay
}

/** The codes of all places that the rental names, once each. */
function placeCodes({ places, targeting: { zipcodes, departments } }: Rental): readonly string[] {
  const lines = places.flatMap(({ location }) => location ?? [])
  return [...new Set([...lines, ...zipcodes, ...departments])]
}

function placeNames(code: string, names: PlaceNames): readonly string[] {
  const departments = [code, ...names.departmentsOf(code)]
  return [
    ...(names.communes(code) ?? []),
    ...departments.flatMap(department => names.departmentName(department) ?? []),
  ]
}

function targetingWords({ targeting }: Rental): readonly (string | undefined)[] {
  const { sex, sexText, category, interest, subInterest, departments } = targeting
  return [
    sex === undefined ? sexText : sexWords[sex],
    ...(category === undefined ? [] : [codeWords.category, category, categoryWords.get(category)]),
    ...(interest === undefined ? [] : [codeWords.interest, interest, subInterest]),
    ...(departments.length === 0 ? [] : [codeWords.department]),
  ]
}

/** One plain text with a space before every word. */
function joined(parts: readonly (string | undefined)[]): string {
  return ` ${plainText(parts.filter(part => part !== undefined).join(' '))}`
}
