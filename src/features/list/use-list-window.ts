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

/** A list that has been this short for this long is drawn whole, a screen at a time: typing may shorten it for a moment. */
const MAX_WHOLE_LINES = 80
const REST_MS = 1_000

/** The lines in view or near it; all of them of a short list, or for `everyRow`: that keeps find-in-page whole. */
export function useListWindow(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  layout: ListLayout,
  everyRow: boolean,
): ListLines {
  const scrolled = useSyncExternalStore(onScreenMove, scrolledPixels)
  const height = useSyncExternalStore(onScreenMove, () => window.innerHeight)
  const measured = useTop(frame)
  const [reach, setReach] = useState(0)
  // At first only what is in view below the top of the page, which takes about a third of the screen.
  const top = measured ?? height / 3
  const isShort = items.length <= MAX_WHOLE_LINES
  const beyond =
    (measured === undefined ? 0 : OVERSCAN_ROWS * rowHeights[layout.name] * layout.rem) +
    (isShort ? reach : 0)
  const from = everyRow ? Number.NEGATIVE_INFINITY : scrolled - top - beyond
  const to = everyRow ? Number.POSITIVE_INFINITY : scrolled + SCROLL_STEP_PX + height - top + beyond
  const lines = useMemo(() => linesBetween(from, to, items, layout), [from, to, items, layout])
  const isWhole = lines.drawn.length === items.length
  useEffect(() => {
    if (isShort && isWhole) return
    const next = isShort ? reach + height : 0
    const timer = setTimeout(() => startTransition(() => setReach(next)), reach === 0 ? REST_MS : 0)
    return () => clearTimeout(timer)
  }, [isShort, isWhole, reach, height])
  return lines
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
