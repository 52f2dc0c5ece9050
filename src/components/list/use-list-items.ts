import { useMemo } from 'react'
import { useStore } from 'zustand'
import { groupByNeed } from '../../domain/groups.ts'
import { sortRentals } from '../../domain/sort.ts'
import { useBoard } from '../board-context.ts'
import { useShownSummaries } from '../use-shown-summaries.ts'
import { viewStore } from '../view-store.ts'
import { flatItems, type ListItem, listItems } from './list-items.ts'

/** The lines of the list in the user's order: in groups by need, and otherwise one after the other. */
export function useListItems(): readonly ListItem[] {
  const { preferences, tracked } = useBoard()
  const summaries = useShownSummaries()
  const rentals = useStore(tracked.state, state => state.rentals)
  const sort = useStore(preferences.state, state => state.sort)
  const unfolded = useStore(viewStore, state => state.unfolded)
  return useMemo(
    () =>
      sort === 'need'
        ? listItems(groupByNeed(summaries), unfolded)
        : flatItems(sortRentals(summaries, sort, rentals)),
    [summaries, rentals, sort, unfolded],
  )
}
