import { type RentalState, rentalStates } from '../rentals/status.ts'
import type { Summary } from './summary.ts'

/** How many rentals stand in each state. */
export type Counts = Readonly<Record<RentalState, number>>

const none = Object.fromEntries(rentalStates.map(state => [state, 0])) as Counts

/** How many of the rentals stand in each state. */
export function countStates(summaries: Iterable<Pick<Summary, 'state'>>): Counts {
  const counts = { ...none }
  for (const { state } of summaries) counts[state] += 1
  return counts
}
