import { useMemo } from 'react'
import { useStore } from 'zustand'
import { groupByNeed } from '../domain/groups.ts'
import { sortRentals } from '../domain/sort.ts'
import { useBoard } from './board-context.ts'
import { useShownSummaries } from './use-shown-summaries.ts'

/** The tokens of the rentals that the filter lets through, in the user's order; folded ones are among them. */
export function useShownTokens(): readonly string[] {
  const { preferences, tracked } = useBoard()
  const summaries = useShownSummaries()
  const rentals = useStore(tracked.state, state => state.rentals)
  const sort = useStore(preferences.state, state => state.sort)
  return useMemo(
    () =>
      sort === 'need'
        ? groupByNeed(summaries).flatMap(({ tokens }) => tokens)
        : sortRentals(summaries, sort, rentals),
    [summaries, rentals, sort],
  )
}
