import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { BoardState } from '../rentals/board-model.ts'
import { type Counts, countStates } from '../rentals/totals.ts'
import { useBoard } from './board-context.ts'

/** The same object until one of the counts changes. */
export function useCounts(): Counts {
  const { model } = useBoard()
  return useStore(model.state, useShallow(countRentals))
}

function countRentals({ summaries }: BoardState): Counts {
  return countStates(summaries.values())
}
