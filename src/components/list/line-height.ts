import type { ListItem } from './list-items.ts'
import { type LayoutName, type ListLayout, rowHeights } from './use-list-layout.ts'

/** Heights in rem. */
const HEADING = 3
const FOLD = 4

/** The height of a line in whole pixels. */
export function lineHeight(item: ListItem | undefined, { name, rem }: ListLayout): number {
  return Math.round(remHeight(item, name) * rem)
}

function remHeight(item: ListItem | undefined, layout: LayoutName): number {
  if (item?.kind === 'rental') return rowHeights[layout]
  return item?.kind === 'fold' ? FOLD : HEADING
}
