import type { RowState } from './row-state.ts'
import type { Summary } from './summary.ts'

/** How many rentals stand in each state. */
export type Counts = Readonly<Record<RowState, number>>

/** How many rentals stand in each state. */
export function countStates(summaries: Iterable<Pick<Summary, 'state'>>): Counts {
  const counts = new Map<RowState, number>()
  for (const { state } of summaries) counts.set(state, (counts.get(state) ?? 0) + 1)
  const count = (state: RowState) => counts.get(state) ?? 0
  return {
    requested: count('requested'),
    generating: count('generating'),
    ready: count('ready'),
    failed: count('failed'),
    downloaded: count('downloaded'),
    unknown: count('unknown'),
    'not-found': count('not-found'),
    error: count('error'),
    pending: count('pending'),
  }
}
