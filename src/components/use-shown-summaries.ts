import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Summary } from '../domain/summary.ts'
import { useBoard } from './board-context.ts'
import { tileOf, viewStore } from './view-store.ts'

/** The rentals that the pressed tiles let through, in the order of the list. */
export function useShownSummaries(): readonly Summary[] {
  const { model } = useBoard()
  const summaries = useStore(model.state, state => state.summaries)
  const filter = useStore(viewStore, state => state.filter)
  return useMemo(() => {
    const all = [...summaries.values()]
    return filter.size === 0 ? all : all.filter(({ state }) => filter.has(tileOf(state)))
  }, [summaries, filter])
}
