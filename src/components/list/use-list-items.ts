import { useMemo } from 'react'
import { useStore } from 'zustand'
import { groupByNeed } from '../../domain/groups.ts'
import { sortRentals } from '../../domain/sort.ts'
import type { Summary } from '../../domain/summary.ts'
import { isSameList } from '../../lib/is-same-list.ts'
import { isSame } from '../../lib/shallow-equal.ts'
import { useBoard } from '../board-context.ts'
import { useShown } from '../use-shown.ts'
import { viewStore } from '../view-store.ts'
import { flatItems, type ListItem, listItems } from './list-items.ts'

/** The lines of the list in the user's order: in groups by need, and otherwise one after the other. */
export function useListItems(): readonly ListItem[] {
  const { preferences, tracked } = useBoard()
  const rentals = useStore(tracked.state, state => state.rentals)
  const sort = useStore(preferences.state, state => state.sort)
  const unfolded = useStore(viewStore, state => state.unfolded)
  const lines = useMemo(
    () => ({
      derive: (shown: readonly Summary[]) =>
        sort === 'need'
          ? listItems(groupByNeed(shown), unfolded)
          : flatItems(sortRentals(shown, sort, rentals)),
      isSame: isSameLines,
    }),
    [rentals, sort, unfolded],
  )
  return useShown(lines)
}

function isSameLines(a: readonly ListItem[], b: readonly ListItem[]): boolean {
  return isSameList<ListItem>(a, b, isSame)
}
