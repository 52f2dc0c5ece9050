import { locationCodes } from '../domain/coverage.ts'
import { type CodeNames, isFound, parseTerms } from '../domain/search.ts'
import type { Summaries, Summary } from '../domain/summary.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import { tileOf, type ViewState } from './view-store.ts'

/** What lets a rental through: the tiles pressed, the tags selected, a shortfall, a department, and the search. */
export type Filter = Pick<ViewState, 'filter' | 'tags' | 'short' | 'department' | 'query'>

/** What a filter knows of the rentals besides their summaries. */
export type FilterContext = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  readonly places: KnownPlaces
  readonly interests: CodeNames['interests']
}

/** The rentals that a filter lets through, in the order of the list. */
export type FilteredRentals = {
  readonly filter: Filter
  readonly shown: readonly Summary[]
  /** Also those in other departments than the one pressed on the map, which shows them too. */
  readonly everywhere: readonly Summary[]
}

/** Lets through what has a pressed tile, every tag selected and every term of the search. */
export function filterSummaries(
  summaries: Summaries,
  filter: Filter,
  { rentals, places, interests }: FilterContext,
): FilteredRentals {
  const { filter: tiles, tags, short, department } = filter
  const terms = parseTerms(filter.query)
  const names = { places, interests }
  const everywhere = [...summaries.values()].filter(summary => {
    const tracked = rentals.get(summary.token)
    return (
      (tiles.size === 0 || tiles.has(tileOf(summary.state))) &&
      (!short || summary.shortfall > 0) &&
      [...tags].every(tag => tracked?.tags.includes(tag)) &&
      (terms.length === 0 || (tracked !== undefined && isFound(tracked, summary, terms, names)))
    )
  })
  if (department === undefined) return { filter, everywhere, shown: everywhere }
  const isThere = (code: string) => places.departmentOf(code) === department
  return {
    filter,
    everywhere,
    shown: everywhere.filter(({ rental }) => rental && locationCodes(rental).some(isThere)),
  }
}

/** What most parts of the page want of the rentals filtered. */
export function selectShown({ shown }: FilteredRentals): readonly Summary[] {
  return shown
}
