import { type RefObject, useLayoutEffect, useState } from 'react'
import { shallow } from 'zustand/vanilla/shallow'
import { remInPixels } from '../rem-in-pixels.ts'

/** How a row is laid out: in two lines of six columns or of five, in three lines of four, or as a card. */
type LayoutName = 'wide' | 'compact' | 'medium' | 'narrow'

/** A row's layout, and the pixels of one rem; the same object as long as both stay. */
export type ListLayout = { readonly name: LayoutName; readonly rem: number }

/** Row heights in rem, constant in each layout so that the list never measures its rows. */
export const rowHeights: Record<LayoutName, number> = {
  wide: 4.5,
  compact: 4.5,
  medium: 5.875,
  narrow: 15.25,
}

/** Widths in rem at which a layout has room for its columns. */
const WIDE_REM = 66
const COMPACT_REM = 50
const MEDIUM_REM = 38

/** The layout that fits the element's width, which changes with the window, the detail panel and the font size. */
export function useListLayout(element: RefObject<HTMLElement | null>): ListLayout {
  const [layout, setLayout] = useState(likelyLayout)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const measured = layoutOf(target.clientWidth)
      setLayout(before => (shallow(before, measured) ? before : measured))
    }
    // Before the first picture of it: what was there until now may have been a wall, with a rem of its own.
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return layout
}

/** Before anything is drawn: the page's margins are left out, and a detail that may stand beside the list is not. */
function likelyLayout(): ListLayout {
  if (typeof ResizeObserver === 'undefined') return { name: 'wide', rem: remInPixels() }
  return layoutOf(window.innerWidth - 3.5 * remInPixels())
}

function layoutOf(pixels: number): ListLayout {
  const rem = remInPixels()
  return { name: nameFor(pixels / rem), rem }
}

function nameFor(rem: number): LayoutName {
  if (rem >= WIDE_REM) return 'wide'
  if (rem >= COMPACT_REM) return 'compact'
  return rem >= MEDIUM_REM ? 'medium' : 'narrow'
}
