import type { Preferences } from '../domain/preferences.ts'
import { isFound, type PlaceNames, readTerms } from '../domain/search.ts'
import type { Summary } from '../domain/summary.ts'
import { keepLast } from '../lib/keep-last.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'

/** The tokens that a search finds, worked out once for all parts of the page that ask. */
export const foundTokens = keepLast(
  (
    summaries: ReadonlyMap<string, Summary>,
    rentals: ReadonlyMap<string, TrackedRental>,
    query: string,
    places: PlaceNames,
    interests: Preferences['interests'],
  ): ReadonlySet<string> => {
    const terms = readTerms(query)
    const found = new Set<string>()
    for (const { token, state, rental } of summaries.values()) {
      const tracked = rentals.get(token)
      if (tracked === undefined) continue
      if (isFound({ tracked, state, rental }, terms, { places, interests })) found.add(token)
    }
    return found
  },
)
