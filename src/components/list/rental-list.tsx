import { useRef, useState } from 'react'
import { soon } from '../soon.ts'
import { firstLines } from './first-lines.ts'
import { ListFrame, type ListLines } from './list-frame.tsx'
import { useFirstRoom } from './use-first-room.ts'
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
  const room = useFirstRoom(layout.rem)
  const [lines, setLines] = useState<ListLines>()
  return (
    <>
      <ListFrame frame={frame} layout={layout} {...(lines ?? firstLines(items, layout, room))} />
      <ListEngine frame={frame} layout={layout} items={items} lines={lines} onLines={setLines} />
    </>
  )
}
