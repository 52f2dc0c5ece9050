import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useOrderedRentals } from '../../board/filter-provider.tsx'
import { showInList } from '../../board/selection-store.ts'
import { viewStore } from '../../board/view-store.ts'
import { listItems } from './list-items.ts'
import { RentalTable } from './rental-table.tsx'
import { useDeferredOrder } from './use-deferred-order.ts'
import { useFlip } from './use-flip.ts'
import { useListLayout } from './use-list-layout.ts'
import { useListWindow } from './use-list-window.ts'

export function RentalList() {
  const frame = useRef<HTMLDivElement>(null)
  const layout = useListLayout(frame)
  const groups = useOrderedRentals()
  const unfolded = useStore(viewStore, state => state.unfolded)
  const latest = useMemo(() => listItems(groups, unfolded), [groups, unfolded])
  const { items, isAnimated } = useDeferredOrder(frame, latest, layout)
  const lines = useListWindow(frame, items, layout)
  useFlip(frame, items, isAnimated, layout)
  useEffect(() => {
    showInList(items.flatMap(item => (item.kind === 'rental' ? item.token : [])))
  }, [items])
  useEffect(() => () => showInList([]), [])
  return <RentalTable frame={frame} layout={layout} items={items} lines={lines} />
}
