import { useEffect } from 'react'
import { useStore } from 'zustand'
import { placeCodes } from '../../domain/coverage.ts'
import { changedSince } from '../../domain/summaries.ts'
import type { Summary } from '../../domain/summary.ts'
import { useBoard } from '../board-context.ts'
import { finderStore, loadFinder } from '../finder.ts'
import { placesStore, wantPlaces } from '../places-store.ts'

/**
 * Gets a search ready while the user is about to type: asks for the names of all places, which rows otherwise learn
 * when they are drawn, and has every rental read once, so that the first key is as quick as the others.
 */
export function useSearchAhead(isAhead: boolean): void {
  const { model, tracked, preferences } = useBoard()
  const rentals = useStore(tracked.state, state => (isAhead ? state.rentals : undefined))
  const places = useStore(placesStore, known => (isAhead ? known : undefined))
  const find = useStore(finderStore, state => state.find)
  useEffect(() => {
    if (rentals === undefined || places === undefined) return
    loadFinder()
    const known = model.state.getState().summaries.runs.flat()
    const read = find?.('', rentals, places, preferences.state.getState().interests)
    if (read) known.forEach(read.isFound)
    wantPlacesOf(known)
    return model.state.subscribe(({ summaries }, before) => {
      wantPlacesOf(changedSince(before.summaries, summaries))
    })
  }, [rentals, find, places, model, preferences])
}

function wantPlacesOf(summaries: readonly Summary[]): void {
  wantPlaces(summaries.flatMap(({ rental }) => (rental ? placeCodes(rental) : [])))
}
