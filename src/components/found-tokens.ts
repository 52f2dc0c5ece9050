import type { RentalReply } from '../api/rental.ts'
import type { Preferences } from '../domain/preferences.ts'
import { isFound, type PlaceNames, readTerms } from '../domain/search.ts'
import type { Summary } from '../domain/summary.ts'
import { keepLast } from '../lib/keep-last.ts'
import { rentalKey } from '../polling/rental-query.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import type { Board } from './board-context.ts'

/** The tokens that a search finds, worked out once for all parts of the page that ask. */
export const foundTokens = keepLast(
  (
    queryClient: Board['queryClient'],
    summaries: ReadonlyMap<string, Summary>,
    rentals: ReadonlyMap<string, TrackedRental>,
    query: string,
    places: PlaceNames,
    interests: Preferences['interests'],
  ): ReadonlySet<string> => {
    const terms = readTerms(query)
    const found = new Set<string>()
    for (const { token, state } of summaries.values()) {
      const tracked = rentals.get(token)
      if (tracked === undefined) continue
      const rental = queryClient.getQueryData<RentalReply>(rentalKey(token))?.rental
      if (isFound({ tracked, state, rental }, terms, { places, interests })) found.add(token)
    }
    return found
  },
)
