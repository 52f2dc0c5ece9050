import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useStore } from 'zustand'
import { shallow, useShallow } from 'zustand/shallow'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Rental } from '../api/rental.ts'
import { nameByTargeting } from '../format/rental-name.ts'
import { useI18n } from '../i18n/i18n.ts'
import { memoizeSelector, memoizeWeak } from '../lib/memoize.ts'
import { type KnownPlaces, noPlaces } from '../places/known-places.ts'
import { placesStore } from '../places/use-places.ts'
import type { BoardState } from '../rentals/board-model.ts'
import { locationCodes } from '../rentals/coverage.ts'
import { areSameGroups, type Group } from '../rentals/groups.ts'
import { type CodeNames, foldWords, isFound, parseTerms } from '../rentals/search.ts'
import { orderRentals } from '../rentals/sort.ts'
import { tileOf } from '../rentals/status.ts'
import type { Summaries, Summary } from '../rentals/summary.ts'
import { type Counts, countStates } from '../rentals/totals.ts'
import type { TrackedRental } from '../rentals/tracked-rental.ts'
import { useBoard, usePreferences, useTracked, useViewState } from './board-context.ts'
import { useView } from './routes.ts'
import type { Filter } from './view.ts'

const FilteredContext = createContext<StoreApi<FilteredRentals> | undefined>(undefined)

/**
 * Filters once for the whole page; a letter typed in the search is drawn before its results. A store and not a
 * context tells the parts: React would look through every row for those that a context concerns.
 */
export function FilterProvider({ children }: { children: ReactNode }) {
  const { model } = useBoard()
  const read = useFilteredReader()
  const [store] = useState(() => createStore(read))
  const latest = useRef({ read, state: model.state.getState() })
  useLayoutEffect(() => {
    function update() {
      latest.current = { read, state: model.state.getState() }
      store.setState(read(), true)
    }
    // The first drawing has just read it, and all that follows from it.
    if (latest.current.read !== read || latest.current.state !== model.state.getState()) update()
    return model.state.subscribe(update)
  }, [store, model, read])
  return <FilteredContext value={store}>{children}</FilteredContext>
}

function useFilteredReader(): () => FilteredRentals {
  const text = useI18n()
  const { model } = useBoard()
  const rentals = useTracked(state => state.rentals)
  const interests = usePreferences(state => state.interests)
  const pressed = useViewState(
    useShallow(({ filter, tags, short, archived, department }) => {
      return { filter, tags, short, archived, department }
    }),
  )
  const isCosts = useView() === 'costs'
  const query = useDeferredValue(useViewState(state => state.query)).trim()
  const isByPlace = query !== '' || pressed.department !== undefined
  const places = useStore(placesStore, known => (isByPlace ? known : noPlaces))
  const calledBy = useMemo(
    () => memoizeWeak((rental: Rental) => foldWords([nameByTargeting(rental, text, places)])),
    [text, places],
  )
  return useMemo(() => {
    const filter: Filter = { ...pressed, query }
    const context = { rentals, places, interests, calledBy }
    const scope = pressed.archived ? 'archived' : isCosts || query !== '' ? 'all' : 'listed'
    return () => filterSummaries(inScope(model.state.getState(), scope), filter, context)
  }, [model, pressed, query, isCosts, rentals, places, interests, calledBy])
}

/** What was put away stands in the costs, is found by a search, and is listed when it is asked for. */
function inScope({ summaries, archived }: BoardState, scope: 'listed' | 'archived' | 'all'): Summaries {
  if (scope === 'listed' || archived.size === 0) return scope === 'archived' ? archived : summaries
  return scope === 'archived' ? archived : new Map([...summaries, ...archived])
}

/** Renders only when the selected value changes. `select` must keep its identity between renders. */
export function useFilteredRentals<Value>(
  select: (filtered: FilteredRentals) => Value,
  isEqual: (a: Value, b: Value) => boolean = shallow,
): Value {
  const store = use(FilteredContext)
  if (store === undefined) throw new Error('useFilteredRentals needs a FilterProvider around it')
  const selected = useMemo(() => memoizeSelector(select, isEqual), [select, isEqual])
  return useStore(store, selected)
}

type FilterContext = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  readonly places: KnownPlaces
  readonly interests: CodeNames['interests']
  readonly calledBy?: CodeNames['calledBy']
}

export type FilteredRentals = {
  readonly filter: Filter
  readonly shown: readonly Summary[]
  /** Also those in other departments than the one pressed on the map, which shows them too. */
  readonly everywhere: readonly Summary[]
  /** What each tile would list: whether it is pressed does not count. */
  readonly counts: Counts
}

/** Any pressed tile will do, but every tag and every term of the search is needed. */
export function filterSummaries(
  summaries: Summaries,
  filter: Filter,
  { rentals, places, interests, calledBy }: FilterContext,
): FilteredRentals {
  const { filter: tiles, tags, short, department } = filter
  const terms = parseTerms(filter.query)
  const names = { places, interests, calledBy }
  const isThere = (code: string) => places.departmentOf(code) === department
  const isListed = ({ state }: Summary) => tiles.size === 0 || tiles.has(tileOf(state))
  const isInDepartment = ({ rental }: Summary) =>
    department === undefined || (rental !== undefined && locationCodes(rental).some(isThere))
  const found = [...summaries.values()].filter(summary => {
    const tracked = rentals.get(summary.token)
    return (
      (!short || summary.shortfall > 0) &&
      [...tags].every(tag => tracked?.tags.includes(tag)) &&
      (terms.length === 0 || (tracked !== undefined && isFound(tracked, summary, terms, names)))
    )
  })
  const there = found.filter(isInDepartment)
  return {
    filter,
    everywhere: found.filter(isListed),
    shown: there.filter(isListed),
    counts: countStates(there),
  }
}

export function selectShown({ shown }: FilteredRentals): readonly Summary[] {
  return shown
}

/** In the user's order; collapsed rentals are among them. */
export function useOrderedRentals(): readonly Group[] {
  const rentals = useTracked(state => state.rentals)
  const sort = usePreferences(state => state.sort)
  const isReversed = usePreferences(state => state.sortReversed)
  const select = useCallback(
    ({ shown }: FilteredRentals) => orderRentals(shown, sort, isReversed, rentals),
    [sort, isReversed, rentals],
  )
  return useFilteredRentals(select, areSameGroups)
}
