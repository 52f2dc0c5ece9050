import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { ListFrame } from './list-frame.tsx'
import { RentalRow } from './rental-row.tsx'
import { pickingStore, selectionStore, showInList } from './selection-store.ts'
import { useListItems } from './use-list-items.ts'
import { useListKeys } from './use-list-keys.ts'
import { useListLayout } from './use-list-layout.ts'
import { useListWindow } from './use-list-window.ts'
import { useSteadyItems } from './use-steady-items.ts'

/** All followed rentals that the filter lets through, in the order chosen; long lists draw only the rows in view. */
export function RentalList() {
  const frame = useRef<HTMLDivElement>(null)
  const isPicking = useStore(pickingStore, ({ isOn }) => isOn)
  const isSelecting = useStore(selectionStore, ({ chosen }) => chosen.size > 0) || isPicking
  const layout = useListLayout(frame)
  const items = useSteadyItems(frame, useListItems(), layout)
  const lines = useListWindow(frame, items, layout)
  useListKeys(frame)
  useEffect(() => {
    showInList(items.flatMap(item => (item.kind === 'rental' ? item.token : [])))
  }, [items])
  useEffect(() => () => showInList([]), [])
  return (
    <ListFrame
      frame={frame}
      layout={layout}
      items={items}
      {...lines}
      Row={RentalRow}
      isSelecting={isSelecting}
    />
  )
}
