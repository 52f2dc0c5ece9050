import { type RefObject, useEffect, useState } from 'react'

/** How a row is laid out: in two lines of six columns or of five, in three lines of four, or as a card. */
export type ListLayout = 'wide' | 'compact' | 'medium' | 'narrow'

/** Row heights in rem, constant in each layout so that the list never measures its rows. */
export const rowHeights: Record<ListLayout, number> = {
  wide: 4.5,
  compact: 4.5,
  medium: 5.875,
  narrow: 15.25,
}

/** Widths in rem at which a layout has room for its columns. */
const WIDE = 66
const COMPACT = 50
const MEDIUM = 38

/** As measured last: a list that comes back looks the same at once. */
let latest: ListLayout | undefined

/** Asked for whenever rows are drawn, and read from the browser only when something was laid out anew. */
let rem: number | undefined

/** The layout that fits the element's width, which changes with the window and with the detail panel. */
export function useListLayout(element: RefObject<HTMLElement | null>): ListLayout {
  const [layout, setLayout] = useState(likelyLayout)
  const [, setRem] = useState(rem)
  useEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      rem = readRem()
      latest = layoutFor(entry.contentRect.width / rem)
      setLayout(latest)
      setRem(rem)
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return layout
}

/** Before anything is drawn: the page's margins are left out, and a detail that may stand beside the list is not. */
function likelyLayout(): ListLayout {
  if (typeof ResizeObserver === 'undefined') return 'wide'
  return latest ?? layoutFor(window.innerWidth / remInPixels() - 3.5)
}

/** The pixels of one rem, which the reader's font size sets. */
export function remInPixels(): number {
  rem ??= readRem()
  return rem
}

function readRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}

function layoutFor(rem: number): ListLayout {
  if (rem >= WIDE) return 'wide'
  if (rem >= COMPACT) return 'compact'
  return rem >= MEDIUM ? 'medium' : 'narrow'
}
