import { useRef } from 'react'
import { FirstRow } from './first-row.tsx'
import { lineHeight } from './line-height.ts'
import { type DrawnLine, ListFrame } from './list-frame.tsx'
import { useListItems } from './use-list-items.ts'
import { remInPixels, useListLayout } from './use-list-layout.ts'

/** The list as a page shows it first: the lines that fit on the screen, until the code that moves them is there. */
export function FirstList() {
  const frame = useRef<HTMLDivElement>(null)
  const layout = useListLayout(frame)
  const items = useListItems()
  const rem = remInPixels()
  const drawn: DrawnLine[] = []
  let after = 0
  let room = window.innerHeight
  for (const [index, item] of items.entries()) {
    const height = lineHeight(item, layout, rem)
    if (room > 0) drawn.push({ item, index, height })
    else after += height
    room -= height
  }
  return (
    <ListFrame
      frame={frame}
      layout={layout}
      items={items}
      drawn={drawn}
      before={0}
      after={after}
      Row={FirstRow}
    />
  )
}
