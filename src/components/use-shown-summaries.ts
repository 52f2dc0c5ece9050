import { useDeferredValue, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { placeCodes } from '../domain/coverage.ts'
import type { Summary } from '../domain/summary.ts'
import { useBoard } from './board-context.ts'
import { finderStore, loadFinder } from './finder.ts'
import { gazetteer } from './use-places.ts'
import { tileOf, viewStore } from './view-store.ts'

/**
 * The rentals that the pressed tiles, the chosen tags, the department of the map and the search let through, in the
 * order of the list. The map itself shows the other departments too.
 */
export function useShownSummaries({ ignoreDepartment = false } = {}): readonly Summary[] {
  const { model, tracked, preferences } = useBoard()
  const summaries = useStore(model.state, state => state.summaries)
  const rentals = useStore(tracked.state, state => state.rentals)
  const filter = useStore(viewStore, state => state.filter)
  const tags = useStore(viewStore, state => state.tags)
  const short = useStore(viewStore, state => state.short)
  const department = useStore(viewStore, state => (ignoreDepartment ? undefined : state.department))
  // The list may lag behind the field, never the field behind the typing.
  const query = useDeferredValue(useStore(viewStore, state => state.query))
  const places = useStore(gazetteer.state)
  const interests = useStore(preferences.state, state => state.interests)
  const find = useStore(finderStore, state => state.find)
  const isSearch = query.trim() !== ''
  useEffect(() => {
    if (isSearch) loadFinder()
  }, [isSearch])
  return useMemo(() => {
    const found = isSearch ? find?.(summaries, rentals, query, places, interests) : undefined
    return [...summaries.values()].filter(({ token, state, shortfall, rental }) => {
      if (filter.size > 0 && !filter.has(tileOf(state))) return false
      if (short && shortfall === 0) return false
      if (found?.has(token) === false) return false
      if (![...tags].every(tag => rentals.get(token)?.tags.includes(tag))) return false
      if (department === undefined) return true
      const codes = rental === undefined ? [] : placeCodes(rental)
      return codes.some(code => places.departmentOf(code) === department)
    })
  }, [summaries, rentals, filter, tags, short, department, query, isSearch, find, places, interests])
}
