import { keepEach } from '../lib/keep-each.ts'
import { type RentalState, rentalStates } from '../rentals/status.ts'
import type { Summary } from './summary.ts'

/** How many rentals stand in each state. */
export type Counts = Readonly<Record<RentalState, number>>

/** Rentals, or what only has their state. */
type Run = readonly Pick<Summary, 'state'>[]

const none = Object.fromEntries(rentalStates.map(state => [state, 0])) as Counts

const statesOf = keepEach((run: Run): ReadonlyMap<RentalState, number> => {
  const counts = new Map<RentalState, number>()
  for (const { state } of run) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
})

/** How many rentals stand in each state. */
export function countStates(runs: readonly Run[]): Counts {
  const counts = { ...none }
  for (const run of runs) for (const [state, count] of statesOf(run)) counts[state] += count
  return counts
}
