import { startTransition, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { firstPicture, noteCommit } from '../../lib/first-picture.ts'
import { viewStore } from '../view-store.ts'

/** In rem: what the very first picture shows of the list, and what at least stands above it. */
const BEGINNING = 16
const ABOVE = 10

/**
 * Pixels of the list to draw before its engine is there: its beginning, right after that a screen, all for print.
 * @param rem pixels of one rem
 */
export function useFirstRoom(rem: number): number {
  const everyRow = useStore(viewStore, state => state.everyRow)
  const [screen, setScreen] = useState<number>()
  useEffect(() => {
    noteCommit()
    firstPicture().then(() => {
      // Not while rendering: the browser would lay out what is half changed to answer.
      const { innerHeight } = window
      startTransition(() => setScreen(innerHeight))
    })
  }, [])
  if (everyRow) return Number.POSITIVE_INFINITY
  return screen === undefined ? BEGINNING * rem : screen - ABOVE * rem
}
