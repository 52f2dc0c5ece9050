import { startTransition, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { firstPicture, noteCommit } from '../../lib/first-picture.ts'
import { viewStore } from '../view-store.ts'
import { remInPixels } from './use-list-layout.ts'

/** In rem: what the very first picture shows of the list, and what at least stands above it. */
const BEGINNING = 16
const ABOVE = 10

/** Pixels of the list to draw before its engine is there: its beginning, right after that a screen, all for print. */
export function useFirstRoom(): number {
  const everyRow = useStore(viewStore, state => state.everyRow)
  const [room, setRoom] = useState(() => BEGINNING * remInPixels())
  useEffect(() => {
    noteCommit()
    firstPicture().then(() => {
      // Not while rendering: the browser would lay out what is half changed to answer.
      const screen = window.innerHeight - ABOVE * remInPixels()
      startTransition(() => setRoom(screen))
    })
  }, [])
  return everyRow ? Number.POSITIVE_INFINITY : room
}
