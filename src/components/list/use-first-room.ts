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
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    noteCommit()
    firstPicture().then(() => startTransition(() => setSeen(true)))
  }, [])
  if (everyRow) return Number.POSITIVE_INFINITY
  return isSeen ? window.innerHeight - ABOVE * remInPixels() : BEGINNING * remInPixels()
}
