import { lineHeight } from './line-height.ts'
import type { DrawnLine, ListLines } from './list-frame.tsx'
import type { ListItem } from './list-items.ts'
import type { ListLayout } from './use-list-layout.ts'

/** The lines of a page that opens which fit into so many pixels; the room of the others is kept. */
export function firstLines(items: readonly ListItem[], layout: ListLayout, room: number): ListLines {
  const drawn: DrawnLine[] = []
  let after = 0
  let left = room
  for (const [index, item] of items.entries()) {
    const height = lineHeight(item, layout)
    if (left > 0) drawn.push({ item, index, height })
    else after += height
    left -= height
  }
  return { items, drawn, before: 0, after, isGliding: false, isSelecting: false, manners: undefined }
}
