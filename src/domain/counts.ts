import type { RowState } from './row-state.ts'
import type { Summary } from './summary.ts'

/** How many rentals stand in each state. */
export type Counts = Readonly<Record<RowState, number>>

const none: Counts = {
  requested: 0,
  generating: 0,
  ready: 0,
  failed: 0,
  downloaded: 0,
  unknown: 0,
  'not-found': 0,
  error: 0,
  pending: 0,
}

/** How many of the rentals stand in each state. */
export function countStates(summaries: Iterable<Pick<Summary, 'state'>>): Counts {
  const counts = { ...none }
  for (const { state } of summaries) counts[state] += 1
  return counts
}
