import { placeCodes } from '../domain/coverage.ts'
import type { Summary } from '../domain/summary.ts'
import { isSameList } from '../lib/is-same-list.ts'
import { keepLast } from '../lib/keep-last.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import { tileOf, type ViewState } from './view-store.ts'

/** What lets a rental through: the tiles pressed, the tags chosen, a shortfall, a department. */
type Filter = Pick<ViewState, 'filter' | 'tags' | 'short' | 'department'>

/**
 * Makes a filter of the board's rentals. It is worked out once for all parts of the page that ask, and gives the same
 * array until a rental in it changes.
 */
export function createSummaryFilter() {
  let last: readonly Summary[] = []
  return keepLast(
    (
      summaries: ReadonlyMap<string, Summary>,
      rentals: ReadonlyMap<string, TrackedRental>,
      filter: Filter['filter'],
      tags: Filter['tags'],
      short: Filter['short'],
      department: Filter['department'],
      /** What the search finds; undefined lets all through. */
      found: ReadonlySet<string> | undefined,
      places: KnownPlaces | undefined,
    ): readonly Summary[] => {
      const chosen = [...tags]
      const shown = [...summaries.values()].filter(({ token, state, shortfall, rental }) => {
        if (filter.size > 0 && !filter.has(tileOf(state))) return false
        if (short && shortfall === 0) return false
        if (found?.has(token) === false) return false
        if (!chosen.every(tag => rentals.get(token)?.tags.includes(tag))) return false
        if (department === undefined) return true
        const codes = rental === undefined ? [] : placeCodes(rental)
        return codes.some(code => places?.departmentOf(code) === department)
      })
      if (!isSameList(last, shown)) last = shown
      return last
    },
  )
}
