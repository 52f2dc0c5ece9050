import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { BoardState } from '../domain/board-model.ts'
import { useBoard } from './board-context.ts'
import { createSummaryFilter, type Filter } from './filter-summaries.ts'
import { finderStore, loadFinder } from './finder.ts'
import { placesStore } from './places-store.ts'
import { type Derivation, steadily } from './steadily.ts'
import { useQuery } from './use-query.ts'
import { viewStore } from './view-store.ts'

/** The map shows the other departments too, while the rest of the page shows one. */
const filterOf = { page: createSummaryFilter(), map: createSummaryFilter() }

/**
 * What a derivation makes of the rentals that the pressed tiles, the chosen tags, the department of the map and the
 * search let through, in the order of the list. A reply or a key that changes nothing in it renders nothing.
 * @param derivation must keep its identity between renders
 * @param ignoreDepartment for the map itself, which shows the other departments too
 */
export function useShown<Value>(derivation: Derivation<Value>, { ignoreDepartment = false } = {}): Value {
  const { model } = useBoard()
  const filter = useFilter(ignoreDepartment)
  const derived = useMemo(() => steadily(derivation), [derivation])
  const through = ignoreDepartment ? filterOf.map : filterOf.page
  const select = useMemo(
    () =>
      ({ summaries }: BoardState) =>
        derived(through(summaries, filter)),
    [derived, through, filter],
  )
  return useStore(model.state, select)
}

/** What the user filters by; another object when they filter otherwise. */
function useFilter(ignoreDepartment: boolean): Filter {
  const { tracked, preferences } = useBoard()
  const rentals = useStore(tracked.state, state => state.rentals)
  const filter = useStore(viewStore, state => state.filter)
  const tags = useStore(viewStore, state => state.tags)
  const short = useStore(viewStore, state => state.short)
  const department = useStore(viewStore, state => (ignoreDepartment ? undefined : state.department))
  const query = useQuery()
  const isSearch = query.trim() !== ''
  const isByPlace = isSearch || department !== undefined
  const places = useStore(placesStore, known => (isByPlace ? known : undefined))
  const interests = useStore(preferences.state, state => state.interests)
  const find = useStore(finderStore, state => state.find)
  useEffect(() => {
    if (isSearch) loadFinder()
  }, [isSearch])
  return useMemo(() => {
    const search = isSearch && places ? find?.(query, rentals, places, interests) : undefined
    return { filter, tags, short, department, search, rentals, places }
  }, [rentals, filter, tags, short, department, query, isSearch, find, places, interests])
}
