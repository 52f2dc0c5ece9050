import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useFilterStore } from '../filter-scope.tsx'
import { viewStore } from '../view-store.ts'
import { lineHeight } from './line-height.ts'
import type { DrawnLine } from './list-frame.tsx'
import type { ListItem } from './list-items.ts'
import type { ListLayout } from './use-list-layout.ts'
import { useOverscan } from './use-overscan.ts'

type ListWindow = {
  readonly drawn: readonly DrawnLine[]
  /** Pixels that stand for the lines not drawn above and below. */
  readonly before: number
  readonly after: number
  readonly isScrolling: boolean
}

/** The lines of a list that are in view or near it; of a short one all, once it rests. */
export function useListWindow(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  layout: ListLayout,
): ListWindow {
  const everyRow = useStore(viewStore, state => state.everyRow)
  const query = useStore(useFilterStore(), ({ search }) => search?.query ?? '')
  const [scrollMargin, setScrollMargin] = useState(() => topOf(frame.current))
  // As long as it has not measured the window, it would draw nothing; asked once, as each answer is a layout.
  const [initialRect] = useState(() => ({ width: window.innerWidth, height: window.innerHeight }))
  const heightOf = (index: number) => lineHeight(items[index], layout)

  const virtualizer = useWindowVirtualizer({
    count: items.length,
    enabled: !everyRow,
    estimateSize: heightOf,
    getItemKey: index => items[index]?.key ?? index,
    overscan: useOverscan(items.length, query),
    initialRect,
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

  if (everyRow) {
    return {
      drawn: items.map((item, index) => ({ item, index, height: heightOf(index) })),
      before: 0,
      after: 0,
      isScrolling: false,
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
    isScrolling: virtualizer.isScrolling,
  }
}

/** Pixels from the top of the page to the element. */
function topOf(element: HTMLElement | null): number {
  return element === null ? 0 : Math.round(element.getBoundingClientRect().top + window.scrollY)
}
