import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { ListItem, ListLayout } from './list-items.ts'
import { useReveal } from './use-reveal.ts'

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
