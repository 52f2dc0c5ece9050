import { lineHeight } from './line-height.ts'
import type { DrawnLine, ListLines } from './list-frame.tsx'
import type { ListItem } from './list-items.ts'
import { type ListLayout, remInPixels } from './use-list-layout.ts'

/** What at least stands above the list, in rem. */
const ABOVE = 10

/** The lines that fit on the screen of a page that opens, or all; the room of those not drawn is kept. */
export function firstLines(items: readonly ListItem[], layout: ListLayout, everyRow: boolean): ListLines {
  const rem = remInPixels()
  const drawn: DrawnLine[] = []
  let after = 0
  let room = everyRow ? Number.POSITIVE_INFINITY : window.innerHeight - ABOVE * rem
  for (const [index, item] of items.entries()) {
    const height = lineHeight(item, layout, rem)
    if (room > 0) drawn.push({ item, index, height })
    else after += height
    room -= height
  }
  return { items, drawn, before: 0, after, isGliding: false, isSelecting: false, manners: undefined }
}
