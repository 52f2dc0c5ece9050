import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useOrderedRentals } from '../../board/filter-provider.tsx'
import { listItems } from './list-items.ts'
import { RentalTable } from './rental-table.tsx'
import { useDeferredOrder } from './use-deferred-order.ts'
import { useFlip } from './use-flip.ts'
import { useListLayout } from './use-list-layout.ts'
import { useListWindow } from './use-list-window.ts'

export function RentalList() {
  const { view, selection } = useBoard()
  const frame = useRef<HTMLDivElement>(null)
  const layout = useListLayout(frame)
  const groups = useOrderedRentals()
  const unfolded = useStore(view.state, state => state.unfolded)
  const everyRow = useStore(view.state, state => state.everyRow)
  const latest = useMemo(() => listItems(groups, unfolded), [groups, unfolded])
  const { items, isAnimated } = useDeferredOrder(frame, latest, layout)
  const lines = useListWindow(frame, items, layout, everyRow)
  useFlip(frame, items, isAnimated, layout)
  useEffect(() => {
    selection.setListed(items.flatMap(item => (item.kind === 'rental' ? item.token : [])))
  }, [selection, items])
  useEffect(() => () => selection.setListed([]), [selection])
  return <RentalTable frame={frame} layout={layout} items={items} lines={lines} />
}
