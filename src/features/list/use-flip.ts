import { type RefObject, useLayoutEffect, useRef } from 'react'
import { prefersStillness } from '../../ui/use-media.ts'
import { type ListItem, type ListLayout, lineHeight } from './list-items.ts'

const FLIP_MS = 250

/** Row 1 of the table holds the column names. */
export const FIRST_ROW_INDEX = 2

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
    const isSame = old?.layout.name === layout.name && old.layout.rem === layout.rem
    // A row that grew above the screen moves nothing on it.
    const hasGrown = old?.items === items
    if (frame.current === null || !isSame || !(isAnimated || hasGrown)) return
    const { scroll, shifts } = planFlip(old.lines, lines, viewOf(frame.current))
    if (shifts.size === 0 && scroll === 0) return
    const missing = scroll - scrollBy(scroll)
    if (hasGrown || prefersStillness()) return
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
  line.animate([from, { transform: 'translateY(0)' }], {
    id: 'flip',
    duration: FLIP_MS,
    easing: 'ease-out',
    composite: 'add',
  })
}

/** Pixels below the start of the list. */
export type Span = { readonly top: number; readonly bottom: number }

/** By the key of the line. */
export type Lines = ReadonlyMap<string, Span>

type FlipPlan = {
  /** Pixels to scroll by, so that most of what is in view stays where it is on the screen. */
  readonly scroll: number
  /** How far above (negative) or below its new place each line that moves on the screen was before, in pixels. */
  readonly shifts: ReadonlyMap<string, number>
}

/** From the constant heights of the lines, without asking the browser. */
export function linesOf(items: readonly ListItem[], layout: ListLayout): Lines {
  let top = 0
  return new Map(
    items.map(item => {
      const bottom = top + lineHeight(item, layout)
      const span = { top, bottom }
      top = bottom
      return [item.key, span]
    }),
  )
}

/** `view` is the part of the list that is on the screen. */
export function planFlip(before: Lines, after: Lines, view: Span): FlipPlan {
  // With the start of the list in view the user waits for what comes first: nothing scrolls by itself.
  const scroll = view.top > 0 ? commonShift(before, after, view) : 0
  const later = { top: view.top + scroll, bottom: view.bottom + scroll }
  const reach = view.bottom - view.top
  const shifts = new Map<string, number>()
  for (const [key, span] of after) {
    const old = before.get(key)
    if (old === undefined) continue
    const shift = old.top - span.top + scroll
    const wasInView = overlap(old, view)
    if (shift === 0 || !(wasInView || overlap(span, later))) continue
    // A line from far out of view starts at the edge of the screen.
    shifts.set(key, wasInView ? shift : Math.max(-reach, Math.min(reach, shift)))
  }
  return { scroll, shifts }
}

/** How far down (pixels) most of the lines in view go. */
function commonShift(before: Lines, after: Lines, view: Span): number {
  const votes = new Map<number, number>()
  for (const [key, old] of before) {
    const span = after.get(key)
    if (span === undefined || !overlap(old, view)) continue
    const shift = span.top - old.top
    votes.set(shift, (votes.get(shift) ?? 0) + 1)
  }
  const [winner] = [...votes].sort(([a, many], [b, more]) => more - many || Math.abs(a) - Math.abs(b))
  return winner?.[0] ?? 0
}

function overlap(a: Span, b: Span): boolean {
  return a.top < b.bottom && b.top < a.bottom
}
