import { useStore } from 'zustand'
import type { Summary } from '../../domain/summary.ts'
import type { TrackedRental } from '../../tokens/tracked-rental.ts'
import { useBoard } from '../board-context.ts'

/** What a row shows of its rental; undefined for one that is not followed any more. */
export function useRow(token: string): { summary: Summary; own: TrackedRental } | undefined {
  const { model, tracked } = useBoard()
  const summary = useStore(model.state, ({ summaries }) => summaries.get(token))
  const own = useStore(tracked.state, ({ rentals }) => rentals.get(token))
  return summary && own && { summary, own }
}
