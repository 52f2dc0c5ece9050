import type { Preferences } from '../domain/preferences.ts'
import { isFound, type PlaceNames, readTerms } from '../domain/search.ts'
import type { Summary } from '../domain/summary.ts'
import { keepLast } from '../lib/keep-last.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'

/** Whether a search finds a rental; the same function for all parts of the page that ask. */
export const searchFor = keepLast(
  (
    query: string,
    rentals: ReadonlyMap<string, TrackedRental>,
    places: PlaceNames,
    interests: Preferences['interests'],
  ) => {
    const terms = readTerms(query)
    return ({ token, state, rental }: Summary): boolean => {
      const tracked = rentals.get(token)
      return tracked !== undefined && isFound({ tracked, state, rental }, terms, { places, interests })
    }
  },
)
