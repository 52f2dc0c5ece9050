import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { viewStore } from '../view-store.ts'
import { lineHeight } from './line-height.ts'
import type { DrawnLine } from './list-frame.tsx'
import type { ListItem } from './list-items.ts'
import { type ListLayout, remInPixels } from './use-list-layout.ts'

/** Up to this many lines all are drawn, which costs nothing and keeps find-in-page whole. */
const DRAWN_WHOLE = 80

type ListWindow = {
  readonly drawn: readonly DrawnLine[]
  /** Pixels that stand for the lines not drawn above and below. */
  readonly before: number
  readonly after: number
}

/** The lines of a long list that are in view or near it; of a short one, all. */
export function useListWindow(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  layout: ListLayout,
): ListWindow {
  const everyRow = useStore(viewStore, state => state.everyRow)
  const [scrollMargin, setScrollMargin] = useState(() => topOf(frame.current))
  const isWhole = everyRow || items.length <= DRAWN_WHOLE
  const rem = remInPixels()
  const heightOf = (index: number) => lineHeight(items[index], layout, rem)

  const virtualizer = useWindowVirtualizer({
    count: items.length,
    enabled: !isWhole,
    estimateSize: heightOf,
    getItemKey: index => items[index]?.key ?? index,
    overscan: 8,
    // As long as it has not measured the window, it would draw nothing.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    scrollMargin,
  })

  // What stands above the list comes and goes (banners, the paste field), and the window must follow.
  useEffect(() => {
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setScrollMargin(topOf(frame.current)))
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [frame])
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights depend on the layout alone
  useEffect(() => virtualizer.measure(), [virtualizer, layout])

  if (isWhole) {
    return {
      drawn: items.map((item, index) => ({ item, index, height: heightOf(index) })),
      before: 0,
      after: 0,
    }
  }
  const lines = virtualizer.getVirtualItems()
  return {
    drawn: lines.flatMap(({ index, size }) => {
      const item = items[index]
      return item === undefined ? [] : { item, index, height: size }
    }),
    before: (lines[0]?.start ?? scrollMargin) - scrollMargin,
    after: virtualizer.getTotalSize() - ((lines.at(-1)?.end ?? scrollMargin) - scrollMargin),
  }
}

/** Pixels from the top of the page to the element. */
function topOf(element: HTMLElement | null): number {
  return element === null ? 0 : Math.round(element.getBoundingClientRect().top + window.scrollY)
}
