import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { afterFirstPaint } from '../lib/after-first-paint.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type KnownPlaces, noPlaces } from './known-places.ts'

/** One for the page, not one a board: the same places have the same names on every board. */
export const placesStore = createStore<KnownPlaces>(() => noPlaces)

let opening: Promise<Gazetteer> | undefined

/** Loads the names of these postcodes and departments, once; what cannot be loaded stays a code. */
export function wantPlaces(codes: readonly string[]): void {
  opening ??= openGazetteer()
  opening.then(
    gazetteer => gazetteer.want(codes),
    () => {
      opening = undefined
    },
  )
}

/** The index of places is a chunk of its own. */
async function openGazetteer(): Promise<Gazetteer> {
  await afterFirstPaint()
  const { createGazetteer } = await import('./gazetteer.ts')
  const gazetteer = createGazetteer(() => import('virtual:places'))
  gazetteer.state.subscribe(known => placesStore.setState(known, true))
  return gazetteer
}

export function useWantedPlaces(codes: readonly string[]): void {
  const list = codes.join(' ')
  useEffect(() => {
    if (list !== '') wantPlaces(list.split(' '))
  }, [list])
}

/** Has the codes looked up, and returns all that is known by now. */
export function usePlaces(codes: readonly string[]): KnownPlaces {
  useWantedPlaces(codes)
  return useStore(placesStore)
}
