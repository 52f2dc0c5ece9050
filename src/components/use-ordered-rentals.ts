import { useCallback } from 'react'
import { useStore } from 'zustand'
import { areSameGroups, type Group } from '../domain/groups.ts'
import { orderRentals } from '../domain/sort.ts'
import { useBoard } from './board-context.ts'
import { useFilteredRentals } from './filter-provider.tsx'
import type { FilteredRentals } from './filter-summaries.ts'

/** The rentals that the filter lets through, in the user's order; folded ones are among them. */
export function useOrderedRentals(): readonly Group[] {
  const { preferences, tracked } = useBoard()
  const rentals = useStore(tracked.state, state => state.rentals)
  const sort = useStore(preferences.state, state => state.sort)
  const select = useCallback(
    ({ shown }: FilteredRentals) => orderRentals(shown, sort, rentals),
    [sort, rentals],
  )
  return useFilteredRentals(select, areSameGroups)
}
