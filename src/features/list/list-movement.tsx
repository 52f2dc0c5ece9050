import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { ListItem, ListLayout } from './list-items.ts'
import { moveInList } from './row-keys.ts'
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
