import { keepEach } from '../lib/keep-each.ts'
import type { RowState } from './row-state.ts'
import type { Summary } from './summary.ts'

/** How many rentals stand in each state. */
export type Counts = Readonly<Record<RowState, number>>

/** Rentals, or what only has their state. */
type Run = readonly Pick<Summary, 'state'>[]

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

const statesOf = keepEach((run: Run): ReadonlyMap<RowState, number> => {
  const counts = new Map<RowState, number>()
  for (const { state } of run) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
})

/** How many rentals stand in each state. */
export function countStates(runs: readonly Run[]): Counts {
  const counts = { ...none }
  for (const run of runs) for (const [state, count] of statesOf(run)) counts[state] += count
  return counts
}
