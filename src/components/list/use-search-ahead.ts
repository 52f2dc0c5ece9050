import { useEffect } from 'react'
import { useStore } from 'zustand'
import { placeCodes } from '../../domain/coverage.ts'
import { changedSince, type Summaries } from '../../domain/summaries.ts'
import type { Summary } from '../../domain/summary.ts'
import { takeTurns } from '../../lib/take-turns.ts'
import { useBoard } from '../board-context.ts'
import { finderStore, loadFinder } from '../finder.ts'
import { placesStore, wantPlaces } from '../places-store.ts'
import type { Search } from '../search-for.ts'

/** Nobody types it: looking for it reads everything and finds nothing. */
const UNHEARD_OF = '\u0000'

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
    if (!isAhead) return
    loadFinder()
    wantPlacesOf(model.state.getState().summaries.runs.flat())
    return model.state.subscribe(({ summaries }, before) => {
      wantPlacesOf(changedSince(before.summaries, summaries))
    })
  }, [isAhead, model])
  useEffect(() => {
    if (rentals === undefined || places === undefined || find === undefined) return
    const left = new AbortController()
    const search = find(UNHEARD_OF, rentals, places, preferences.state.getState().interests)
    void readAll(model.state.getState().summaries, search, left.signal)
    return () => left.abort()
  }, [rentals, find, places, model, preferences])
}

/** In turns: the user may be typing already. */
async function readAll({ runs }: Summaries, { isFound }: Search, signal: AbortSignal): Promise<void> {
  const pause = takeTurns()
  for (const run of runs) {
    if (signal.aborted) return
    run.forEach(isFound)
    await pause()
  }
}

function wantPlacesOf(summaries: readonly Summary[]): void {
  wantPlaces(summaries.flatMap(({ rental }) => (rental ? placeCodes(rental) : [])))
}
