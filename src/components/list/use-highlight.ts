import { type RefObject, useEffect } from 'react'
import { useStore } from 'zustand'
import { states } from '../../rentals/status.ts'
import { useBoard } from '../board-context.ts'
import { animate, prefersStillness } from './motion.ts'

/** How long (ms) a row isHighlighted after its status changed, and how long it is marked where nothing may move. */
const HIGHLIGHT_MS = 2_000
const HIGHLIGHT_KEPT_MS = 10_000

/** Lets the row of a rental highlight once when its status changes; a row that scrolls into view late goes on from there. */
export function useHighlight(token: string, row: RefObject<HTMLElement | null>): void {
  const { changes, now } = useBoard()
  const change = useStore(changes, ({ last }) => last.get(token))
  useEffect(() => {
    if (row.current === null || change === undefined) return
    const isStill = prefersStillness()
    const duration = isStill ? HIGHLIGHT_KEPT_MS : HIGHLIGHT_MS
    const age = now() - change.at
    if (age >= duration) return
    const colour = { backgroundColor: states[change.to].highlight ?? 'var(--color-plain-highlight)' }
    const frames = isStill ? [colour, colour] : [{ ...colour, offset: 0 }]
    const highlight = animate(row.current, frames, { id: 'highlight', duration, easing: 'ease-in' })
    if (highlight) highlight.currentTime = age
    return () => highlight?.cancel()
  }, [row, change, now])
}
