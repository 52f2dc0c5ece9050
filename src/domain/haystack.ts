import type { Rental } from '../api/rental.ts'
import { keepEach } from '../lib/keep-each.ts'
import { states } from '../rentals/status.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import { plainText } from './plain-text.ts'
import { categoryWords, codeWords, interestWords, sexWords } from './search-words.ts'
import type { Summary } from './summary.ts'

/** What a search knows of a rental's latest reply. */
export type Answer = Pick<Summary, 'state' | 'rental'>

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

/** What a rental is found by. The names of codes are no part of it: they are kept once for all that share them. */
export type Haystack = {
  /** What people wrote: found by any part. */
  readonly text: string
  /** The board's words, and codes: found by their beginning, so that «men» finds no women. */
  readonly words: string
  /** The codes whose names are found by any part. */
  readonly places: readonly string[]
  readonly interests: readonly string[]
}

const haystacks = new WeakMap<TrackedRental, Answer & { readonly hay: Haystack }>()
const placeTexts = keepEach((_: PlaceNames) => new Map<string, string>())
const interestTexts = keepEach(
  (names: Readonly<Record<string, string>>) =>
    new Map(Object.entries(names).map(([code, name]) => [code, plainText(spaced([name]))])),
)

/** What the rental is found by, which is read once until it changes. */
export function haystackOf(tracked: TrackedRental, { state, rental }: Answer): Haystack {
  const kept = haystacks.get(tracked)
  if (kept?.state === state && kept.rental === rental) return kept.hay
  const places = rental === undefined ? [] : placeCodes(rental)
  const interests = interestsOf(rental)
  const statusText = state === 'unknown' ? rental?.statusText : undefined
  const hay = {
    text: plainText(spaced([tracked.token, tracked.name, ...tracked.tags, statusText])),
    words: plainText(
      spaced([states[state].searchWords, ...places, ...(rental ? targetingWords(rental) : [])]),
    ),
    places,
    interests,
  }
  haystacks.set(tracked, { state, rental, hay })
  return hay
}

/** The codes of all places that the rental names, once each. */
function placeCodes({ places, targeting: { zipcodes, departments } }: Rental): readonly string[] {
  const lines = places.flatMap(({ location }) => location ?? [])
  return [...new Set([...lines, ...zipcodes, ...departments])]
}

/** The names of a place and of the departments it lies in, as one plain text. */
export function placeText(code: string, places: PlaceNames): string {
  const texts = placeTexts(places)
  const text = texts.get(code) ?? readNames(code, places)
  texts.set(code, text)
  return text
}

function readNames(code: string, places: PlaceNames): string {
  const departments = [code, ...places.departmentsOf(code)]
  const names = departments.map(department => places.departmentName(department))
  return plainText(spaced([...(places.communes(code) ?? []), ...names]))
}

/** The user’s own name of an interest, as a plain text; empty without one. */
export function interestText(code: string, interests: Readonly<Record<string, string>>): string {
  return interestTexts(interests).get(code) ?? ''
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

/** One text with a space before every word. */
function spaced(parts: readonly (string | undefined)[]): string {
  return ` ${parts.filter(part => part !== undefined).join(' ')}`
}
