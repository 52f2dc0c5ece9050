import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { BoardState } from '../domain/board-model.ts'
import type { Summary } from '../domain/summary.ts'
import { useBoard } from './board-context.ts'
import { createSummaryFilter } from './filter-summaries.ts'
import { finderStore, loadFinder } from './finder.ts'
import { placesStore } from './places-store.ts'
import { viewStore } from './view-store.ts'

/** What a part of the page draws of the rentals shown. Both functions must keep their identity between renders. */
type Derivation<Value> = {
  derive: (shown: readonly Summary[]) => Value
  isSame: (a: Value, b: Value) => boolean
}

type Derived<Value> = Pick<Derivation<Value>, 'derive'> & { shown: readonly Summary[]; value: Value }

/** The map shows the other departments too, while the rest of the page shows one. */
const filterOf = { page: createSummaryFilter(), map: createSummaryFilter() }

/**
 * What `derive` makes of the rentals that the pressed tiles, the chosen tags, the department of the map and the
 * search let through, in the order of the list. A reply or a key that changes nothing in it renders nothing.
 * @param ignoreDepartment for the map itself, which shows the other departments too
 */
export function useShown<Value>(
  { derive, isSame }: Derivation<Value>,
  { ignoreDepartment = false } = {},
): Value {
  const filter = useFilter(ignoreDepartment)
  const { model } = useBoard()
  const last = useRef<Derived<Value>>(undefined)
  const select = useMemo(
    () =>
      ({ summaries }: BoardState) => {
        const shown = filter(summaries)
        const before = last.current?.derive === derive ? last.current : undefined
        if (before?.shown === shown) return before.value
        const value = derive(shown)
        last.current = { derive, shown, value: before && isSame(before.value, value) ? before.value : value }
        return last.current.value
      },
    [filter, derive, isSame],
  )
  return useStore(model.state, select)
}

/** The rentals of a board that are let through; the function changes when the user filters otherwise. */
function useFilter(ignoreDepartment: boolean) {
  const { tracked, preferences } = useBoard()
  const rentals = useStore(tracked.state, state => state.rentals)
  const filter = useStore(viewStore, state => state.filter)
  const tags = useStore(viewStore, state => state.tags)
  const short = useStore(viewStore, state => state.short)
  const department = useStore(viewStore, state => (ignoreDepartment ? undefined : state.department))
  const query = useStore(viewStore, state => state.query)
  const isSearch = query.trim() !== ''
  const isByPlace = isSearch || department !== undefined
  const places = useStore(placesStore, known => (isByPlace ? known : undefined))
  const interests = useStore(preferences.state, state => state.interests)
  const find = useStore(finderStore, state => state.find)
  useEffect(() => {
    if (isSearch) loadFinder()
  }, [isSearch])
  return useMemo(() => {
    const through = ignoreDepartment ? filterOf.map : filterOf.page
    return (summaries: BoardState['summaries']) => {
      const found = isSearch && places ? find?.(summaries, rentals, query, places, interests) : undefined
      return through(summaries, rentals, filter, tags, short, department, found, places)
    }
  }, [ignoreDepartment, rentals, filter, tags, short, department, query, isSearch, find, places, interests])
}
