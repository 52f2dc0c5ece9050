import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { CostItem } from '../../domain/cost-breakdown.ts'
import { useBoard } from '../board-context.ts'
import { useShownRentals } from '../use-shown-rentals.ts'

/** The rentals shown with what their costs are sorted by. */
export function useCostItems(): readonly CostItem[] {
  const { tracked, poller } = useBoard()
  const shown = useShownRentals()
  const list = useStore(tracked.state, state => state.rentals)
  return useMemo(
    () =>
      shown.map(({ summary, rental }) => {
        const own = list.get(summary.token)
        const firstSeen = poller.history.get(summary.token)?.[0]?.from ?? own?.addedAt ?? 0
        return { rental, state: summary.state, tags: own?.tags ?? [], firstSeen }
      }),
    [shown, list, poller],
  )
}
