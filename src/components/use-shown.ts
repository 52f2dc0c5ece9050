import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useBoard } from './board-context.ts'
import { useFilterStore } from './filter-scope.tsx'
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
  const filterStore = useFilterStore()
  const read = useMemo(() => {
    const derived = steadily(derivation)
    return () => {
      const filter = filterStore.getState()
      const { summaries } = model.state.getState()
      if (ignoreDepartment) return derived(filterOf.map(summaries, { ...filter, department: undefined }))
      return derived(filterOf.page(summaries, filter))
    }
  }, [model, filterStore, derivation, ignoreDepartment])
  const follow = useCallback(
    (onChange: () => void) => {
      const endModel = model.state.subscribe(onChange)
      const endFilter = filterStore.subscribe(onChange)
      return () => {
        endModel()
        endFilter()
      }
    },
    [model, filterStore],
  )
  return useSyncExternalStore(follow, read)
}
