import { useMemo } from 'react'
import { useStore } from 'zustand'
import { groupByNeed, standsAlike } from '../../domain/groups.ts'
import { sortRentals, sortsAlike } from '../../domain/sort.ts'
import { isSameList } from '../../lib/is-same-list.ts'
import { useBoard } from '../board-context.ts'
import type { Derivation } from '../steadily.ts'
import { useShown } from '../use-shown.ts'
import { viewStore } from '../view-store.ts'
import { flatItems, isSameLine, type ListItem, listItems } from './list-items.ts'

/** The lines of the list in the user's order: in groups by need, and otherwise one after the other. */
export function useListItems(): readonly ListItem[] {
  const { preferences, tracked } = useBoard()
  const rentals = useStore(tracked.state, state => state.rentals)
  const sort = useStore(preferences.state, state => state.sort)
  const unfolded = useStore(viewStore, state => state.unfolded)
  const lines = useMemo(
    (): Derivation<readonly ListItem[]> => ({
      derive: shown =>
        sort === 'need'
          ? listItems(groupByNeed(shown.flat()), unfolded)
          : flatItems(sortRentals(shown.flat(), sort, rentals)),
      isSame: isSameLines,
      isAlike: sort === 'need' ? standsAlike : (a, b) => sortsAlike(sort, a, b),
    }),
    [rentals, sort, unfolded],
  )
  return useShown(lines)
}

function isSameLines(a: readonly ListItem[], b: readonly ListItem[]): boolean {
  return isSameList(a, b, isSameLine)
}
