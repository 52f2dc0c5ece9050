import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useBoard } from './board-context.ts'
import type { Filter } from './filter-summaries.ts'
import { finderStore, loadFinder } from './finder.ts'
import { placesStore } from './places-store.ts'
import { useQuery } from './use-query.ts'
import { viewStore } from './view-store.ts'

/** What the user filters by; another object when they filter otherwise. */
export function useFilter({ ignoreDepartment = false } = {}): Filter {
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
