import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { BoardState } from '../domain/board-model.ts'
import { useBoard } from './board-context.ts'
import { useFilter } from './filter-scope.tsx'
import { createSummaryFilter } from './filter-summaries.ts'
import { type Derivation, steadily } from './steadily.ts'

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
  const derived = useMemo(() => steadily(derivation), [derivation])
  const ofPage = useFilter()
  const select = useMemo(() => {
    const through = ignoreDepartment ? filterOf.map : filterOf.page
    const filter = ignoreDepartment ? { ...ofPage, department: undefined } : ofPage
    return ({ summaries }: BoardState) => derived(through(summaries, filter))
  }, [derived, ofPage, ignoreDepartment])
  return useStore(model.state, select)
}
