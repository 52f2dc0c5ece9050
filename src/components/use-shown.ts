import { useDeferredValue, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { BoardState } from '../domain/board-model.ts'
import { placeCodes } from '../domain/coverage.ts'
import type { Summary } from '../domain/summary.ts'
import { useBoard } from './board-context.ts'
import { finderStore, loadFinder } from './finder.ts'
import { placesStore } from './places-store.ts'
import { tileOf, viewStore } from './view-store.ts'

/** What a part of the page draws of the rentals shown. Both functions must keep their identity between renders. */
type Derivation<Value> = {
  derive: (shown: readonly Summary[]) => Value
  isSame: (a: Value, b: Value) => boolean
}

/**
 * What `derive` makes of the rentals that the pressed tiles, the chosen tags, the department of the map and the
 * search let through, in the order of the list. A reply that changes nothing in it renders nothing.
 * @param ignoreDepartment for the map itself, which shows the other departments too
 */
export function useShown<Value>(
  { derive, isSame }: Derivation<Value>,
  { ignoreDepartment = false } = {},
): Value {
  const isLetThrough = useFilter(ignoreDepartment)
  const { model } = useBoard()
  const select = useMemo(() => {
    let last: { summaries: BoardState['summaries']; value: Value } | undefined
    return ({ summaries }: BoardState) => {
      if (last?.summaries === summaries) return last.value
      const value = derive([...summaries.values()].filter(isLetThrough(summaries)))
      last = { summaries, value: last && isSame(last.value, value) ? last.value : value }
      return last.value
    }
  }, [isLetThrough, derive, isSame])
  return useStore(model.state, select)
}

/** Whether each rental of a board is let through; the function changes when the user filters otherwise. */
function useFilter(ignoreDepartment: boolean) {
  const { tracked, preferences } = useBoard()
  const rentals = useStore(tracked.state, state => state.rentals)
  const filter = useStore(viewStore, state => state.filter)
  const tags = useStore(viewStore, state => state.tags)
  const short = useStore(viewStore, state => state.short)
  const department = useStore(viewStore, state => (ignoreDepartment ? undefined : state.department))
  // The list may lag behind the field, never the field behind the typing.
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
    const chosen = [...tags]
    return (summaries: BoardState['summaries']) => {
      const found = isSearch && places ? find?.(summaries, rentals, query, places, interests) : undefined
      return ({ token, state, shortfall, rental }: Summary): boolean => {
        if (filter.size > 0 && !filter.has(tileOf(state))) return false
        if (short && shortfall === 0) return false
        if (found?.has(token) === false) return false
        if (!chosen.every(tag => rentals.get(token)?.tags.includes(tag))) return false
        if (department === undefined) return true
        const codes = rental === undefined ? [] : placeCodes(rental)
        return codes.some(code => places?.departmentOf(code) === department)
      }
    }
  }, [rentals, filter, tags, short, department, query, isSearch, find, places, interests])
}
