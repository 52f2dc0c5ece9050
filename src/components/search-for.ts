import type { PlaceNames } from '../domain/haystack.ts'
import type { Preferences } from '../domain/preferences.ts'
import { findsLess, isFound, readTerms, type Term } from '../domain/search.ts'
import type { Summary } from '../domain/summary.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'

/** A search of the rentals: what is looked for, and among what. */
export type Search = {
  readonly query: string
  readonly terms: readonly Term[]
  readonly rentals: ReadonlyMap<string, TrackedRental>
  readonly places: PlaceNames
  readonly interests: Preferences['interests']
  readonly isFound: (summary: Summary) => boolean
  /** Whether it finds only what the other one found, so that the rest needs no second look. */
  readonly isWithin: (other: Search) => boolean
}

/** The search for a query. */
export function searchFor(
  query: string,
  rentals: ReadonlyMap<string, TrackedRental>,
  places: PlaceNames,
  interests: Preferences['interests'],
): Search {
  const terms = readTerms(query)
  const names = { places, interests }
  return {
    query,
    terms,
    rentals,
    places,
    interests,
    isFound(summary) {
      const tracked = rentals.get(summary.token)
      return tracked !== undefined && isFound(tracked, summary, terms, names)
    },
    isWithin(other) {
      const isAmongSame =
        other.rentals === rentals && other.places === places && other.interests === interests
      return isAmongSame && findsLess(terms, other.terms)
    },
  }
}
