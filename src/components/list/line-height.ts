import type { ListItem } from './list-items.ts'
import { type ListLayout, rowHeights } from './use-list-layout.ts'

/** Heights in rem. */
const HEADING = 3
const FOLD = 4

/** The height of a line in whole pixels, of which a rem has `rem`. */
export function lineHeight(item: ListItem | undefined, layout: ListLayout, rem: number): number {
  return Math.round(remHeight(item, layout) * rem)
}

function remHeight(item: ListItem | undefined, layout: ListLayout): number {
  if (item?.kind === 'rental') return rowHeights[layout]
  return item?.kind === 'fold' ? FOLD : HEADING
}
