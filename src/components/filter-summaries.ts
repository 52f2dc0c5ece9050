import { placeCodes } from '../domain/coverage.ts'
import type { Run, Summaries } from '../domain/summaries.ts'
import type { Summary } from '../domain/summary.ts'
import { isSameList } from '../lib/is-same-list.ts'
import { keepEach } from '../lib/keep-each.ts'
import { keepLast } from '../lib/keep-last.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import { tileOf, type ViewState } from './view-store.ts'

/** What lets a rental through: the tiles pressed, the tags chosen, a shortfall, a department, and the search. */
export type Filter = Pick<ViewState, 'filter' | 'tags' | 'short' | 'department'> & {
  /** Whether the search finds it; undefined lets all through. */
  readonly isFound: ((summary: Summary) => boolean) | undefined
  readonly rentals: ReadonlyMap<string, TrackedRental>
  readonly places: KnownPlaces | undefined
}

/**
 * Makes a filter of the board's rentals. It is worked out once for all parts of the page that ask, anew only for the
 * runs that changed, and gives the same arrays until a rental in them changes.
 */
export function createSummaryFilter() {
  let last: readonly Run[] = []
  const passing = keepLast(passesOf)
  return (
    summaries: Summaries,
    { filter, tags, short, department, isFound, rentals, places }: Filter,
  ): readonly Run[] => {
    const pass = passing(filter, tags, short, department, isFound, rentals, places)
    const shown = summaries.runs.map((run, index) => {
      const passed = pass(run)
      const was = last[index]
      return was && isSameList(was, passed) ? was : passed
    })
    if (!isSameList(last, shown)) last = shown
    return last
  }
}

function passesOf(
  filter: Filter['filter'],
  tags: Filter['tags'],
  short: boolean,
  department: Filter['department'],
  isFound: Filter['isFound'],
  rentals: Filter['rentals'],
  places: Filter['places'],
): (run: Run) => Run {
  const chosen = [...tags]
  const isAll = !(filter.size > 0 || chosen.length > 0 || short || department !== undefined || isFound)
  if (isAll) return run => run

  function isLetThrough(summary: Summary): boolean {
    const { token, state, shortfall, rental } = summary
    if (filter.size > 0 && !filter.has(tileOf(state))) return false
    if (short && shortfall === 0) return false
    if (isFound?.(summary) === false) return false
    if (!chosen.every(tag => rentals.get(token)?.tags.includes(tag))) return false
    if (department === undefined) return true
    const codes = rental === undefined ? [] : placeCodes(rental)
    return codes.some(code => places?.departmentOf(code) === department)
  }

  return keepEach(run => run.filter(isLetThrough))
}
