import { createContext, type ReactNode, use, useDeferredValue, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useBoard } from './board-context.ts'
import type { Filter } from './filter-summaries.ts'
import { finderStore, loadFinder } from './finder.ts'
import { placesStore } from './places-store.ts'
import { viewStore } from './view-store.ts'

const FilterContext = createContext<Filter | undefined>(undefined)

/** What the user filters by; another object when they filter otherwise. */
export function useFilter(): Filter {
  const filter = use(FilterContext)
  if (filter === undefined) throw new Error('useFilter needs a FilterScope around it')
  return filter
}

/** Tells all parts of the page inside what to filter by. A letter typed in the search is drawn before what it finds. */
export function FilterScope({ children }: { children: ReactNode }) {
  const { tracked, preferences } = useBoard()
  const rentals = useStore(tracked.state, state => state.rentals)
  const filter = useStore(viewStore, state => state.filter)
  const tags = useStore(viewStore, state => state.tags)
  const short = useStore(viewStore, state => state.short)
  const department = useStore(viewStore, state => state.department)
  const query = useDeferredValue(useStore(viewStore, state => state.query))
  const isSearch = query.trim() !== ''
  const isByPlace = isSearch || department !== undefined
  const places = useStore(placesStore, known => (isByPlace ? known : undefined))
  const interests = useStore(preferences.state, state => state.interests)
  const find = useStore(finderStore, state => state.find)
  useEffect(() => {
    if (isSearch) loadFinder()
  }, [isSearch])
  const value = useMemo(() => {
    const search = isSearch && places ? find?.(query, rentals, places, interests) : undefined
    return { filter, tags, short, department, search, rentals, places }
  }, [rentals, filter, tags, short, department, query, isSearch, find, places, interests])
  return <FilterContext value={value}>{children}</FilterContext>
}
