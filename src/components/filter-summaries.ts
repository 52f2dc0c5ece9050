import { placeCodes } from '../domain/coverage.ts'
import type { Run, Summaries } from '../domain/summaries.ts'
import type { Summary } from '../domain/summary.ts'
import { isSameList } from '../lib/is-same-list.ts'
import { isSame } from '../lib/shallow-equal.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import type { Search } from './search-for.ts'
import { tileOf, type ViewState } from './view-store.ts'

/** What lets a rental through: the tiles pressed, the tags chosen, a shortfall, a department, and the search. */
export type Filter = Pick<ViewState, 'filter' | 'tags' | 'short' | 'department'> & {
  readonly search: Search | undefined
  readonly rentals: ReadonlyMap<string, TrackedRental>
  readonly places: KnownPlaces | undefined
}

type Filtered = { filter: Filter; runs: readonly Run[]; shown: readonly Run[] }

/**
 * Makes a filter of the board's rentals. It is worked out once for all parts of the page that ask, anew only for the
 * runs that changed and, while a search is typed on, for what it found; it gives the same arrays until a rental in
 * them changes.
 */
export function createSummaryFilter() {
  let last: Filtered | undefined
  return ({ runs }: Summaries, filter: Filter): readonly Run[] => {
    const before = last
    const isAsBefore = before !== undefined && isSame(filter, before.filter)
    if (isAsBefore && before.runs === runs) return before.shown
    const isWithin = before !== undefined && !isAsBefore && isNarrower(filter, before.filter)
    const isLetThrough = passOf(filter)
    const shown = runs.map((run, index) => {
      const was = before?.shown[index]
      const isSameRun = before?.runs[index] === run
      if (was && isSameRun && isAsBefore) return was
      const from = was && isSameRun && isWithin ? was : run
      const passed = isLetThrough ? from.filter(isLetThrough) : run
      return was && isSameList(was, passed) ? was : passed
    })
    last = { filter, runs, shown: before && isSameList(before.shown, shown) ? before.shown : shown }
    return last.shown
  }
}

/** Whether the filter is the one before but for a search that finds less. */
function isNarrower(filter: Filter, before: Filter): boolean {
  const { search } = before
  return (
    search !== undefined && isSame({ ...filter, search }, before) && filter.search?.isWithin(search) === true
  )
}

/** Whether the filter lets a rental through; undefined when it lets all through. */
function passOf(filter: Filter): ((summary: Summary) => boolean) | undefined {
  const { filter: tiles, tags, short, department, search, rentals, places } = filter
  const chosen = [...tags]
  const isAll = !(tiles.size > 0 || chosen.length > 0 || short || department !== undefined || search)
  if (isAll) return undefined

  return summary => {
    const { token, state, shortfall, rental } = summary
    if (tiles.size > 0 && !tiles.has(tileOf(state))) return false
    if (short && shortfall === 0) return false
    if (search?.isFound(summary) === false) return false
    if (chosen.length > 0 && !chosen.every(tag => rentals.get(token)?.tags.includes(tag))) return false
    if (department === undefined) return true
    const codes = rental === undefined ? [] : placeCodes(rental)
    return codes.some(code => places?.departmentOf(code) === department)
  }
}
