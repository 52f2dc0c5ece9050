import {
  createContext,
  type ReactNode,
  use,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useBoard } from './board-context.ts'
import type { Filter } from './filter-summaries.ts'
import { finderStore, loadFinder } from './finder.ts'
import { placesStore } from './places-store.ts'
import { viewStore } from './view-store.ts'

const FilterContext = createContext<StoreApi<Filter> | undefined>(undefined)

/** What the user filters by; another object when they filter otherwise. */
export function useFilterStore(): StoreApi<Filter> {
  const store = use(FilterContext)
  if (store === undefined) throw new Error('useFilterStore needs a FilterScope around it')
  return store
}

/**
 * Works out once, for all parts of the page inside, what to filter by. A letter typed in the search is drawn before
 * what it finds. A store tells the parts, as React would look through every row for those that a context concerns.
 */
export function FilterScope({ children }: { children: ReactNode }) {
  const filter = useLatestFilter()
  const [store] = useState(() => createStore(() => filter))
  useLayoutEffect(() => store.setState(filter, true), [store, filter])
  return <FilterContext value={store}>{children}</FilterContext>
}

function useLatestFilter(): Filter {
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
  return useMemo(() => {
    const search = isSearch && places ? find?.(query, rentals, places, interests) : undefined
    return { filter, tags, short, department, search, rentals, places }
  }, [rentals, filter, tags, short, department, query, isSearch, find, places, interests])
}
