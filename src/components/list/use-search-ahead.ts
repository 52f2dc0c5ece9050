import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { BoardState } from '../../domain/board-model.ts'
import { placeCodes } from '../../domain/coverage.ts'
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
    find?.(model.state.getState().summaries, rentals, '', places, preferences.state.getState().interests)
    wantPlacesOf(model.state.getState())
    return model.state.subscribe(wantPlacesOf)
  }, [rentals, find, places, model, preferences])
}

function wantPlacesOf({ summaries }: BoardState): void {
  wantPlaces([...summaries.values()].flatMap(({ rental }) => (rental ? placeCodes(rental) : [])))
}
