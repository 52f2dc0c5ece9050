import { type GroupName, states } from './status.ts'
import type { Summaries, Summary } from './summary.ts'
import type { TrackedRental } from './tracked-rental.ts'

const DAY_MS = 86_400_000

const finished: GroupName = 'finished'

/** What ended, well or not: it is not checked any more, so that nothing is missed of it. */
export function isArchivable({ state }: Pick<Summary, 'state'>): boolean {
  return states[state].checkMs === undefined
}

/** Those with nothing left to do. */
export function finishedTokens(summaries: Iterable<Summary>): readonly string[] {
  return [...summaries].flatMap(({ token, state }) => (states[state].group === finished ? token : []))
}

/**
 * What the rule puts away: finished since `days` days, and never brought back by the user.
 * @param now milliseconds since 1970
 */
export function dueForArchive(
  summaries: Summaries,
  rentals: ReadonlyMap<string, TrackedRental>,
  days: number,
  now: number,
): readonly string[] {
  if (days === 0) return []
  return finishedTokens(summaries.values()).filter(token => {
    const since = summaries.get(token)?.since?.since
    const isUntouched = rentals.get(token)?.archived === undefined
    return isUntouched && since !== undefined && now - since >= days * DAY_MS
  })
}
