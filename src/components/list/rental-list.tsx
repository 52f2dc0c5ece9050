import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { soon } from '../soon.ts'
import { useOrderedRentals } from '../use-ordered-rentals.ts'
import { viewStore } from '../view-store.ts'
import { firstLines } from './first-lines.ts'
import { ListFrame, type ListLines } from './list-frame.tsx'
import { listItems } from './list-items.ts'
import { useFirstRoom } from './use-first-room.ts'
import { useListLayout } from './use-list-layout.ts'

const ListEngine = soon(async () => (await import('./list-engine.ts')).ListEngine)

/**
 * All followed rentals that the filter lets through, in the order chosen. A page shows those first that fit on the
 * screen; once the list's engine is there, it says which lines are drawn, and the rows stay what they are.
 */
export function RentalList() {
  const frame = useRef<HTMLDivElement>(null)
  const layout = useListLayout(frame)
  const groups = useOrderedRentals()
  const unfolded = useStore(viewStore, state => state.unfolded)
  const items = useMemo(() => listItems(groups, unfolded), [groups, unfolded])
  const room = useFirstRoom()
  const [lines, setLines] = useState<ListLines>()
  return (
    <>
      <ListFrame frame={frame} layout={layout} {...(lines ?? firstLines(items, layout, room))} />
      <ListEngine frame={frame} layout={layout} items={items} lines={lines} onLines={setLines} />
    </>
  )
}
