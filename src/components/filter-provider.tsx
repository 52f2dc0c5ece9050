import {
  createContext,
  type ReactNode,
  use,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useStore } from 'zustand'
import { shallow, useShallow } from 'zustand/shallow'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { memoizeSelector } from '../lib/memoize-selector.ts'
import { noPlaces } from '../places/known-places.ts'
import { useBoard } from './board-context.ts'
import { type Filter, type FilteredRentals, filterSummaries } from './filter-summaries.ts'
import { placesStore } from './places-store.ts'
import { viewStore } from './view-store.ts'

const FilteredContext = createContext<StoreApi<FilteredRentals> | undefined>(undefined)

/**
 * Filters the rentals once, for all parts of the page inside. A letter typed in the search is drawn before what it
 * finds. A store tells the parts, as React would look through every row for those that a context concerns.
 */
export function FilterProvider({ children }: { children: ReactNode }) {
  const { model } = useBoard()
  const read = useFilteredReader()
  const [store] = useState(() => createStore(read))
  useLayoutEffect(() => {
    const update = () => store.setState(read(), true)
    update()
    return model.state.subscribe(update)
  }, [store, model, read])
  return <FilteredContext value={store}>{children}</FilteredContext>
}

/** Reads which rentals the filter lets through just now; another function when the user filters otherwise. */
function useFilteredReader(): () => FilteredRentals {
  const { model, tracked, preferences } = useBoard()
  const rentals = useStore(tracked.state, state => state.rentals)
  const interests = useStore(preferences.state, state => state.interests)
  const pressed = useStore(
    viewStore,
    useShallow(({ filter, tags, short, department }) => ({ filter, tags, short, department })),
  )
  const query = useDeferredValue(useStore(viewStore, state => state.query)).trim()
  const isByPlace = query !== '' || pressed.department !== undefined
  const places = useStore(placesStore, known => (isByPlace ? known : noPlaces))
  return useMemo(() => {
    const filter: Filter = { ...pressed, query }
    return () => filterSummaries(model.state.getState().summaries, filter, { rentals, places, interests })
  }, [model, pressed, query, rentals, places, interests])
}

/**
 * What `select` makes of the rentals that the filter lets through. A reply or a key that changes nothing in it
 * renders nothing.
 * @param select must keep its identity between renders
 */
export function useFilteredRentals<Value>(
  select: (filtered: FilteredRentals) => Value,
  isEqual: (a: Value, b: Value) => boolean = shallow,
): Value {
  const store = use(FilteredContext)
  if (store === undefined) throw new Error('useFilteredRentals needs a FilterProvider around it')
  const read = useMemo(() => {
    const selected = memoizeSelector(select, isEqual)
    return () => selected(store.getState())
  }, [store, select, isEqual])
  return useSyncExternalStore(store.subscribe, read)
}
