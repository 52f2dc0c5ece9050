import { type RefObject, useLayoutEffect, useState } from 'react'
import { shallow } from 'zustand/vanilla/shallow'
import { remInPixels } from '../../ui/rem-in-pixels.ts'

/** Two lines of six columns or of five, three lines of four, or a card. */
type LayoutName = 'wide' | 'compact' | 'medium' | 'narrow'

/** `rem` in pixels; the same object as long as neither changes. */
export type ListLayout = { readonly name: LayoutName; readonly rem: number }

/** Row heights in rem, constant in each layout so that the list never measures its rows. */
export const rowHeights: Record<LayoutName, number> = {
  wide: 4.5,
  compact: 4.5,
  medium: 5.875,
  narrow: 15.25,
}

/** The least width of each layout. */
const WIDE_REM = 66
const COMPACT_REM = 50
const MEDIUM_REM = 38

export function useListLayout(element: RefObject<HTMLElement | null>): ListLayout {
  const [layout, setLayout] = useState(likelyLayout)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const measured = layoutOf(target.clientWidth)
      setLayout(before => (shallow(before, measured) ? before : measured))
    }
    // Before the first paint: the wall, which has a rem of its own, may have been shown until now.
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return layout
}

/** Before anything is drawn: allows for the margins of the page, but not for a detail panel beside the list. */
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
