import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useBoard, usePreferences, useTracked, useViewState } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import type { ListItem, ListLayout } from './list-items.ts'
import { linesOf, planFlip, viewOf } from './use-flip.ts'

type DeferredItems = { readonly items: readonly ListItem[]; readonly isAnimated: boolean }

/** How long (ms) a resting pointer keeps the order; the focus keeps it as long as it stays. */
const MAX_DEFER_MS = 5_000

/**
 * Defers a new order that would move the row that the pointer or the focus is in, when a change of status is the
 * cause. What the user does to the list shows at once.
 */
export function useDeferredOrder(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  layout: ListLayout,
): DeferredItems {
  const { model } = useBoard()
  const rentals = useTracked(state => state.rentals)
  const sort = usePreferences(state => state.sort)
  const isReversed = usePreferences(state => state.sortReversed)
  const unfolded = useViewState(state => state.unfolded)
  const filter = useFilteredRentals(selectFilter, Object.is)
  const [shown, setShown] = useState(() => ({
    items,
    summaries: model.state.getState().summaries,
    isAnimated: false,
  }))
  const isUserAction = useRef(false)
  const deferredSince = useRef<number>(undefined)

  const update = useEffectEvent(() => {
    const { summaries } = model.state.getState()
    const isByStatus = summaries !== shown.summaries && !isUserAction.current
    isUserAction.current = false
    if (shown.items === items) return
    const now = performance.now()
    const countsPointer = now - (deferredSince.current ?? now) < MAX_DEFER_MS
    if (
      isByStatus &&
      frame.current &&
      wouldDisturb(frame.current, countsPointer, shown.items, items, layout)
    ) {
      deferredSince.current ??= now
      return
    }
    deferredSince.current = undefined
    setShown({ items, summaries, isAnimated: isByStatus })
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of any of them is the user's action
  useLayoutEffect(() => {
    isUserAction.current = true
  }, [filter, unfolded, rentals, sort, isReversed])
  useLayoutEffect(() => update())
  const isWaiting = shown.items !== items
  useEffect(() => {
    if (!isWaiting) return
    const events = new AbortController()
    const { signal } = events
    // The browser first updates what the pointer and the focus are in.
    const updateLater = () => void setTimeout(() => !signal.aborted && update())
    for (const event of ['pointerover', 'pointerout', 'focusin', 'focusout', 'visibilitychange']) {
      document.addEventListener(event, updateLater, { signal })
    }
    window.addEventListener('blur', updateLater, { signal })
    const timer = setTimeout(update, MAX_DEFER_MS)
    return () => {
      clearTimeout(timer)
      events.abort()
    }
  }, [isWaiting])

  return shown
}

/** Whether the new order would move the focused row, or the one under the pointer if that counts. */
function wouldDisturb(
  frame: HTMLElement,
  countsPointer: boolean,
  before: readonly ListItem[],
  after: readonly ListItem[],
  layout: ListLayout,
): boolean {
  const rows = [focusedRow(frame), countsPointer ? pointedRow(frame) : null]
  const keys = rows.flatMap(row => (row ? `rental ${row.dataset.token}` : []))
  if (document.hidden || keys.length === 0) return false
  const lines = linesOf(after, layout)
  const { shifts } = planFlip(linesOf(before, layout), lines, viewOf(frame))
  return keys.some(key => shifts.has(key) || !lines.has(key))
}

function focusedRow(frame: HTMLElement): HTMLElement | null {
  return document.hasFocus() ? frame.querySelector('[data-token]:focus-within') : null
}

function pointedRow(frame: HTMLElement): HTMLElement | null {
  return frame.querySelector('[data-token]:hover')
}

function selectFilter({ filter }: FilteredRentals) {
  return filter
}
