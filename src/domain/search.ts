import type { Rental } from '../api/rental.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import { plainText } from './plain-text.ts'
import type { RowState } from './row-state.ts'
import { categoryWords, codeWords, interestWords, sexWords, stateWords } from './search-words.ts'

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

/** What codes are called, besides what is documented. */
export type CodeNames = {
  readonly places?: PlaceNames
  /** The user's own names by interest code. */
  readonly interests?: Readonly<Record<string, string>>
}

type Haystack = {
  /** What people wrote, and names: found by any part. */
  readonly text: string
  /** The board's words, and codes: found by their beginning, so that «men» finds no women. */
  readonly words: string
}

/** Shorter terms (characters) are found at the beginning of a word only: every long token holds most of them. */
const SHORT = 3

const haystacks = new WeakMap<TrackedRental, Findable & CodeNames & { hay: Haystack }>()

/** The terms of a query; a rental is found when it holds all of them. */
export function readTerms(query: string): readonly string[] {
  return plainText(query)
    .split(/[\s,;]+/)
    .filter(term => term !== '')
}

/** True when every term is found in what is known of the rental, which is read once until it changes. */
export function isFound(findable: Findable, terms: readonly string[], names: CodeNames = {}): boolean {
  const { text, words } = haystackOf(findable, names)
  return terms.every(term => words.includes(begin(term)) || text.includes(part(term)))
}

/** True when all that `terms` find is found by the `fewer` as well, as while a word is typed on. */
export function findsLess(terms: readonly string[], fewer: readonly string[]): boolean {
  return fewer.every(known =>
    terms.some(term => begin(term).includes(begin(known)) && part(term).includes(part(known))),
  )
}

/** What stands where a word begins with the term. */
function begin(term: string): string {
  return ` ${term}`
}

/** What stands where people wrote the term. */
function part(term: string): string {
  return term.length < SHORT ? begin(term) : term
}

function haystackOf({ tracked, state, rental }: Findable, { places, interests }: CodeNames): Haystack {
  const kept = haystacks.get(tracked)
  const isSame = kept?.state === state && kept.rental === rental
  if (isSame && kept.places === places && kept.interests === interests) return kept.hay
  const codes = rental === undefined ? [] : placeCodes(rental)
  const hay = {
    text: joined([
      tracked.token,
      tracked.name,
      ...tracked.tags,
      state === 'unknown' ? rental?.statusText : undefined,
      ...(places === undefined ? [] : codes.flatMap(code => placeNames(code, places))),
      ...(interests === undefined ? [] : interestsOf(rental).flatMap(code => interests[code] ?? [])),
    ]),
    words: joined([stateWords[state], ...codes, ...(rental === undefined ? [] : targetingWords(rental))]),
  }
  haystacks.set(tracked, { tracked, state, rental, places, interests, hay })
  return hay
}

/** The codes of all places that the rental names, once each. */
function placeCodes({ places, targeting: { zipcodes, departments } }: Rental): readonly string[] {
  const lines = places.flatMap(({ location }) => location ?? [])
  return [...new Set([...lines, ...zipcodes, ...departments])]
}

function placeNames(code: string, places: PlaceNames): readonly string[] {
  const departments = [code, ...places.departmentsOf(code)]
  return [
    ...(places.communes(code) ?? []),
    ...departments.flatMap(department => places.departmentName(department) ?? []),
  ]
}

function interestsOf(rental: Rental | undefined): readonly string[] {
  const { interest, subInterest } = rental?.targeting ?? {}
  return [interest, subInterest].filter(code => code !== undefined)
}

function targetingWords(rental: Rental): readonly (string | undefined)[] {
  const { sex, sexText, category, departments } = rental.targeting
  const interests = interestsOf(rental)
  return [
    sex === undefined ? sexText : sexWords[sex],
    ...(category === undefined ? [] : [codeWords.category, category, categoryWords.get(category)]),
    ...(interests.length === 0 ? [] : [codeWords.interest]),
    ...interests.flatMap(code => [code, interestWords.get(code)]),
    ...(departments.length === 0 ? [] : [codeWords.department]),
  ]
}

/** One plain text with a space before every word. */
function joined(parts: readonly (string | undefined)[]): string {
  return ` ${plainText(parts.filter(part => part !== undefined).join(' '))}`
}
