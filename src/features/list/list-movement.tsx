import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { useBoard, useTracked } from '../../board/board-context.ts'
import { prefersStillness } from '../../ui/use-media.ts'
import type { ListItem, ListLayout } from './list-items.ts'
import { linesOf, viewOf } from './use-flip.ts'

type ListMovementProps = {
  frame: RefObject<HTMLElement | null>
  items: readonly ListItem[]
  layout: ListLayout
}

/** What moves in the list once it is there: the keyboard, and the page to what was added. */
export function ListMovement({ frame, items, layout }: ListMovementProps) {
  const focusEdge = useReveal(frame, items, layout)
  const move = useEffectEvent((event: KeyboardEvent) => moveInList(event, focusEdge))
  useEffect(() => {
    const list = frame.current
    const hear = (event: KeyboardEvent) => move(event)
    list?.addEventListener('keydown', hear)
    return () => list?.removeEventListener('keydown', hear)
  }, [frame])
  return null
}

/**
 * A row is one stop of the Tab key: its link. The left and right arrows lead from there to its box, its tags and its
 * button; Home and End to the first and last row of the list.
 */
function moveInList(event: KeyboardEvent, focusEdge: (edge: 'first' | 'last') => void): void {
  const { key, target } = event
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(target instanceof HTMLElement))
    return
  const row = target.closest('[data-token]')
  if (row === null || target.matches('input:not([type=checkbox])')) return
  if (key === 'Home' || key === 'End') focusEdge(key === 'Home' ? 'first' : 'last')
  else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const stops = [...row.querySelectorAll<HTMLElement>('a, button, input')].filter(isShown)
    stops[stops.indexOf(target) + (key === 'ArrowRight' ? 1 : -1)]?.focus()
  } else return
  event.preventDefault()
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true
}

/** Rentals that are added to a list that a filter hides them from are not scrolled to later than this. */
const MAX_REVEAL_DELAY_MS = 1_000

/** Scrolls to rentals that were just added, and returns what focuses the first or last row of the list. */
function useReveal(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  layout: ListLayout,
): (edge: 'first' | 'last') => void {
  useRevealAdded(frame, items, layout)
  const wanted = useRef<string>(undefined)

  /** False while its row is not drawn: one out of view is once the page has scrolled to it. */
  function focusWanted(): boolean {
    if (wanted.current === undefined) return false
    const rows = frame.current?.querySelectorAll<HTMLElement>('[data-token]') ?? []
    const row = [...rows].find(({ dataset }) => dataset.token === wanted.current)
    if (row) wanted.current = undefined
    row?.querySelector('a')?.focus()
    return row !== undefined
  }

  useEffect(() => void focusWanted())
  return edge => {
    const isRental = ({ kind }: ListItem) => kind === 'rental'
    const item = edge === 'first' ? items.find(isRental) : items.findLast(isRental)
    if (item?.kind !== 'rental' || frame.current === null) return
    wanted.current = item.token
    if (!focusWanted()) scrollToLine(frame.current, item, items, layout, 'instant')
  }
}

/** What another tab or window added is not scrolled to. */
function useRevealAdded(
  frame: RefObject<HTMLElement | null>,
  items: readonly ListItem[],
  layout: ListLayout,
): void {
  const { now } = useBoard()
  const rentals = useTracked(state => state.rentals)
  const before = useRef(rentals)
  const added = useRef({ tokens: new Set<string>(), at: 0 })
  useEffect(() => {
    if (before.current !== rentals) {
      const tokens = [...rentals.keys()].filter(token => !before.current.has(token))
      before.current = rentals
      if (tokens.length > 0) added.current = { tokens: new Set(tokens), at: now() }
    }
    const { tokens, at } = added.current
    const item = items.find(item => item.kind === 'rental' && tokens.has(item.token))
    if (item === undefined || frame.current === null) return
    added.current = { tokens: new Set(), at: 0 }
    if (now() - at > MAX_REVEAL_DELAY_MS || !document.hasFocus()) return
    scrollToLine(frame.current, item, items, layout, prefersStillness() ? 'instant' : 'smooth')
  }, [frame, rentals, items, layout, now])
}

/** To the middle of the screen, if it is not on it. */
function scrollToLine(
  frame: HTMLElement,
  item: ListItem,
  items: readonly ListItem[],
  layout: ListLayout,
  behavior: 'instant' | 'smooth',
): void {
  const line = linesOf(items, layout).get(item.key)
  if (line === undefined) return
  const view = viewOf(frame)
  const middle = (line.top + line.bottom - view.top - view.bottom) / 2
  const isShown = Math.abs(middle) < (view.bottom - view.top) / 3
  if (!isShown) window.scrollBy({ top: middle, behavior })
}
