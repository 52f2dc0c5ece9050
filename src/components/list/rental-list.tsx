import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { soon } from '../soon.tsx'
import { viewStore } from '../view-store.ts'
import { firstLines } from './first-lines.ts'
import { ListFrame, type ListLines } from './list-frame.tsx'
import { useListItems } from './use-list-items.ts'
import { useListLayout } from './use-list-layout.ts'

const ListEngine = soon(async () => (await import('./list-engine.ts')).ListEngine)

/**
 * All followed rentals that the filter lets through, in the order chosen. A page shows those first that fit on the
 * screen; once the list's engine is there, it says which lines are drawn, and the rows stay what they are.
 */
export function RentalList() {
  const frame = useRef<HTMLDivElement>(null)
  const layout = useListLayout(frame)
  const items = useListItems()
  const everyRow = useStore(viewStore, state => state.everyRow)
  const [lines, setLines] = useState<ListLines>()
  return (
    <>
      <ListFrame frame={frame} layout={layout} {...(lines ?? firstLines(items, layout, everyRow))} />
      <ListEngine frame={frame} layout={layout} items={items} lines={lines} onLines={setLines} />
    </>
  )
}
