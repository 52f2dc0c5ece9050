import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type Lines, linesOf, planFlip, type Span } from './flip-plan.ts'
import type { ListItem } from './list-items.ts'
import { animate, prefersStillness } from './motion.ts'
import type { ListLayout } from './use-list-layout.ts'

const FLIP_MS = 250

/** Row 1 of the table holds the column names. */
const FIRST_ROW_INDEX = 2

type Shown = { readonly items: readonly ListItem[]; readonly layout: ListLayout; readonly lines: Lines }

/** Animates the lines in view to their new places, and scrolls so that most of them stay where they are. */
export function useFlip(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  isAnimated: boolean,
  layout: ListLayout,
): void {
  const shown = useRef<Shown>(undefined)
  useLayoutEffect(() => {
    const old = shown.current
    if (old?.items === items && old.layout === layout) return
    const lines = linesOf(items, layout)
    shown.current = { items, layout, lines }
    if (frame.current === null || old?.layout !== layout || !isAnimated) return
    const { scroll, shifts } = planFlip(old.lines, lines, viewOf(frame.current))
    if (shifts.size === 0 && scroll === 0) return
    const missing = scroll - scrollBy(scroll)
    if (prefersStillness()) return
    for (const line of frame.current.children) {
      const key = items[Number(line.getAttribute('aria-rowindex')) - FIRST_ROW_INDEX]?.key
      const shift = key === undefined ? undefined : shifts.get(key)
      if (shift !== undefined) flip(line, shift - missing)
    }
  })
}

/** The part of the list that is in view, in pixels below its start. */
export function viewOf(frame: HTMLElement): Span {
  const { top } = frame.getBoundingClientRect()
  return { top: -top, bottom: window.innerHeight - top }
}

/** Scrolls at once, as far as the page goes, and returns how far that was. */
function scrollBy(pixels: number): number {
  if (pixels === 0) return 0
  const before = window.scrollY
  window.scrollBy({ top: pixels, behavior: 'instant' })
  return window.scrollY - before
}

/** Added to a flip that is still under way, so that a line sent elsewhere never jumps. */
function flip(line: Element, shift: number): void {
  const from = { transform: `translateY(${shift}px)` }
  animate(line, [from, { transform: 'translateY(0)' }], {
    id: 'flip',
    duration: FLIP_MS,
    easing: 'ease-out',
    composite: 'add',
  })
}
