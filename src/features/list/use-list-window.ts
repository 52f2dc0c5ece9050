import { type RefObject, startTransition, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type ListItem, type ListLayout, lineHeight, plannedHeight, rowHeights } from './list-items.ts'

/** `index` is that among all lines, drawn or not; `minHeight` in pixels. */
export type DrawnLine = { readonly item: ListItem; readonly index: number; readonly minHeight: number }

/** `before` and `after` are the pixels that stand for the lines above and below. */
export type ListLines = {
  readonly drawn: readonly DrawnLine[]
  readonly before: number
  readonly after: number
}

/** The page scrolls this far before other lines are drawn, and this many rows are drawn beyond either edge. */
const SCROLL_STEP_PX = 100
const OVERSCAN_ROWS = 4

/** A list is drawn whole once it has been this short for this long: typing may shorten it for a moment. */
const MAX_WHOLE_LINES = 80
const REST_MS = 1_000

/** The lines in view or near it; all of them of a short list, or for `everyRow`: that keeps find-in-page whole. */
export function useListWindow(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  layout: ListLayout,
  everyRow: boolean,
): ListLines {
  const isShort = useRested(items.length <= MAX_WHOLE_LINES)
  const scrolled = useSyncExternalStore(onScreenMove, scrolledPixels)
  const height = useSyncExternalStore(onScreenMove, () => window.innerHeight)
  const measured = useTop(frame)
  // At first only what is in view below the top of the page, which takes about a third of the screen.
  const top = measured ?? height / 3
  const overscan = measured === undefined ? 0 : OVERSCAN_ROWS * rowHeights[layout.name] * layout.rem
  const start = scrolled - top - overscan
  const end = scrolled + SCROLL_STEP_PX + height - top + overscan
  const from = everyRow || isShort ? Number.NEGATIVE_INFINITY : start
  const to = everyRow || isShort ? Number.POSITIVE_INFINITY : end
  return useMemo(() => linesBetween(from, to, items, layout), [from, to, items, layout])
}

function useRested(isShort: boolean): boolean {
  const [isRested, setIsRested] = useState(false)
  useEffect(() => {
    if (!isShort) return
    const timer = setTimeout(() => startTransition(() => setIsRested(true)), REST_MS)
    return () => {
      clearTimeout(timer)
      setIsRested(false)
    }
  }, [isShort])
  return isShort && isRested
}

/** `from` and `to` in pixels below the start of the list. */
export function linesBetween(
  from: number,
  to: number,
  items: readonly ListItem[],
  layout: ListLayout,
): ListLines {
  const drawn: DrawnLine[] = []
  let [before, bottom, after] = [0, 0, 0]
  for (const [index, item] of items.entries()) {
    const height = lineHeight(item, layout)
    bottom += height
    if (bottom <= from) before += height
    else if (bottom - height >= to) after += height
    else drawn.push({ item, index, minHeight: plannedHeight(item, layout) })
  }
  return { drawn, before, after }
}

function onScreenMove(tell: () => void): () => void {
  window.addEventListener('scroll', tell, { passive: true })
  window.addEventListener('resize', tell)
  return () => {
    window.removeEventListener('scroll', tell)
    window.removeEventListener('resize', tell)
  }
}

function scrolledPixels(): number {
  return Math.floor(window.scrollY / SCROLL_STEP_PX) * SCROLL_STEP_PX
}

/** Pixels from the top of the page to the list, which banners and the paste field move; undefined until measured. */
function useTop(frame: RefObject<HTMLElement | null>): number | undefined {
  const [top, setTop] = useState<number>()
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (frame.current === null) return
      const pixels = Math.round(frame.current.getBoundingClientRect().top + window.scrollY)
      startTransition(() => setTop(pixels))
    })
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [frame])
  return top
}
