import type { Rental, Sex } from '../api/rental.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { foldForSearch, foldText } from './fold-text.ts'
import { states } from './status.ts'
import type { Summary } from './summary.ts'
import type { TrackedRental } from './tracked-rental.ts'

/** Another object whenever more names are known. */
export type PlaceNames = {
  communes: (postcode: string) => readonly string[] | undefined
  departmentsOf: (postcode: string) => readonly string[]
  departmentName: (code: string) => string | undefined
}

export type CodeNames = {
  readonly places?: PlaceNames | undefined
  /** The user's own names by interest code. */
  readonly interests?: Readonly<Record<string, string>>
  /** What a rental without a name is called, folded by `foldWords`. */
  readonly calledBy?: (rental: Rental) => string
}

type Term = {
  /** Matches at the beginning of a word. */
  readonly begin: string
  /** Matches anywhere. */
  readonly part: string
}

/** Matches at the beginning of a word only: every long token holds most of these. */
const SHORT_WORD = /^[\p{L}\p{N}]{1,2}$/u

/** «l’Oise», «d’Ajaccio»: names stand without it. */
const ARTICLE = /(?<![\p{L}\p{N}])[dl]['’]/giu

export function parseTerms(query: string): readonly Term[] {
  return foldText(query.replace(ARTICLE, ''))
    .split(/\s+/)
    .flatMap(word => (/[^,;]/.test(word) ? word.split(/[,;]+/) : word))
    .filter(term => term !== '')
    .map(term => ({ begin: ` ${term}`, part: SHORT_WORD.test(term) ? ` ${term}` : term }))
}

/** True when every term is found. Each rental is indexed once until it changes. */
export function isFound(
  tracked: TrackedRental,
  summary: Pick<Summary, 'state' | 'rental'>,
  terms: readonly Term[],
  { places, interests, calledBy }: CodeNames = {},
): boolean {
  const called = tracked.name === undefined && summary.rental && calledBy?.(summary.rental)
  const own = ownText(tracked) + (called ?? '')
  const reply = replyDocument(summary)
  return terms.every(
    ({ begin, part }) =>
      own.includes(part) ||
      reply.text.includes(part) ||
      reply.words.includes(begin) ||
      (places && reply.places.some(code => placeTexts(places)(code).includes(part))) ||
      (interests && reply.interests.some(code => interestTexts(interests).get(code)?.includes(part))),
  )
}

/** Indexes the rental, so that the first search is as quick as the others. */
export function readAhead(tracked: TrackedRental, summary: Summary | undefined): void {
  ownText(tracked)
  if (summary) replyDocument(summary)
}

/** What the user wrote, and the token: found by any part. */
const ownText = memoizeWeak(({ token, name, note, tags }: TrackedRental) =>
  foldWords([token, name, note, ...tags]),
)

const replyDocument = memoizeWeak(({ state, rental }: Pick<Summary, 'state' | 'rental'>) => {
  const places = rental === undefined ? [] : allPlaceCodes(rental)
  return {
    /** The provider's own words: found by any part. */
    text: foldWords([state === 'unknown' ? rental?.statusText : undefined]),
    /** The board's words, and codes: found by their beginning, so that «men» finds no women. */
    words: foldWords([states[state].searchWords, ...places, ...(rental ? targetingWords(rental) : [])]),
    /** The codes whose names are found by any part. */
    places,
    interests: interestsOf(rental),
  }
})

/** For each code the names of the place, and its departments, folded once for all rentals there. */
const placeTexts = memoizeWeak((places: PlaceNames) => {
  const texts = new Map<string, string>()
  return (code: string): string => {
    const text = texts.get(code) ?? foldPlaceNames(code, places)
    texts.set(code, text)
    return text
  }
})

function foldPlaceNames(code: string, places: PlaceNames): string {
  const departments = code.length > 3 ? places.departmentsOf(code) : [code.padStart(2, '0')]
  return foldWords([
    ...(places.communes(code) ?? []),
    ...departments,
    ...departments.map(places.departmentName),
  ])
}

const interestTexts = memoizeWeak(
  (names: Readonly<Record<string, string>>) =>
    new Map(Object.entries(names).map(([code, name]) => [code, foldWords([name])])),
)

function allPlaceCodes({ places, targeting: { zipcodes, departments } }: Rental): readonly string[] {
  const lines = places.flatMap(({ location }) => location ?? [])
  return [...new Set([...lines, ...zipcodes, ...departments])]
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

/** One folded text with a space before every word. */
export function foldWords(words: readonly (string | undefined)[]): string {
  return foldForSearch(` ${words.filter(word => word !== undefined).join(' ')}`)
}

const sexWords: Record<Sex, string> = {
  women: 'femmes women',
  men: 'hommes men',
  mixed: 'mixtes mixed women and men',
}

/** The documented category codes. Source: `docs/provider-api.md`, The reply. */
export const categoryWords: ReadonlyMap<string, string> = new Map([
  ['102', 'CSP+'],
  ['103', 'CSP−'],
])

/** The documented interest codes. Source: `docs/provider-api.md`, The reply. */
const interestWords: ReadonlyMap<string, string> = new Map([
  ['14', 'habitation housing'],
  ['35', 'cuisine cooking'],
])

const codeWords = {
  category: 'catégorie category',
  interest: 'intérêt interest',
  department: 'département department',
}
