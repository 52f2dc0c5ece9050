import { type RefObject, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { viewStore } from '../view-store.ts'
import { type ListItem, lineHeight } from './list-items.ts'
import { type ListLayout, remInPixels } from './use-list-layout.ts'

/** A line that is drawn: its index among all lines, and its height in pixels. */
export type DrawnLine = { readonly item: ListItem; readonly index: number; readonly height: number }

/** The lines that are drawn, and the pixels that stand for those above and below. */
export type ListLines = {
  readonly drawn: readonly DrawnLine[]
  readonly before: number
  readonly after: number
}

/** So many pixels the page scrolls before other lines are drawn, and so many are drawn beyond either edge. */
const SCROLL_STEP_PX = 100
const OVERSCAN_PX = 300

/** A list of up to this many lines is drawn whole, which keeps find-in-page whole. */
const MAX_WHOLE_LINES = 80

/** The lines of a list that are in view or near it; of a short one all, once there is time. */
export function useListWindow(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  layout: ListLayout,
): ListLines {
  const everyRow = useStore(viewStore, state => state.everyRow)
  const isShort = items.length <= MAX_WHOLE_LINES
  // Later, in pieces: the next letter of a search may take the lines away again.
  const isWhole = useDeferredValue(isShort, false) && isShort
  const scrolled = useSyncExternalStore(onScroll, scrolledPixels)
  const height = useSyncExternalStore(onResize, windowHeight)
  const top = useTop(frame)
  const rem = remInPixels()
  const from = everyRow || isWhole ? Number.NEGATIVE_INFINITY : scrolled - top - OVERSCAN_PX
  const to =
    everyRow || isWhole ? Number.POSITIVE_INFINITY : scrolled + SCROLL_STEP_PX + height - top + OVERSCAN_PX
  return useMemo(() => linesBetween(from, to, items, layout, rem), [from, to, items, layout, rem])
}

/** The lines that stand between two heights, in pixels below the start of the list. */
export function linesBetween(
  from: number,
  to: number,
  items: readonly ListItem[],
  layout: ListLayout,
  rem: number,
): ListLines {
  const drawn: DrawnLine[] = []
  let [before, bottom, after] = [0, 0, 0]
  for (const [index, item] of items.entries()) {
    const height = lineHeight(item, layout, rem)
    bottom += height
    if (bottom <= from) before += height
    else if (bottom - height >= to) after += height
    else drawn.push({ item, index, height })
  }
  return { drawn, before, after }
}

function onScroll(tell: () => void): () => void {
  window.addEventListener('scroll', tell, { passive: true })
  return () => window.removeEventListener('scroll', tell)
}

function scrolledPixels(): number {
  return Math.floor(window.scrollY / SCROLL_STEP_PX) * SCROLL_STEP_PX
}

function onResize(tell: () => void): () => void {
  window.addEventListener('resize', tell)
  return () => window.removeEventListener('resize', tell)
}

function windowHeight(): number {
  return window.innerHeight
}

/** Pixels from the top of the page to the list: what stands above it comes and goes (banners, the paste field). */
function useTop(frame: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useEffect(() => {
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      if (frame.current) setTop(Math.round(frame.current.getBoundingClientRect().top + window.scrollY))
    })
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [frame])
  return top
}
