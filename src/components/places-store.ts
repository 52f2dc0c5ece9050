import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { afterFirstPaint } from '../lib/after-first-paint.ts'
import type { Gazetteer } from '../places/gazetteer.ts'
import { type KnownPlaces, noPlaces } from '../places/known-places.ts'

/** What the page knows of French places so far. */
export const placesStore = createStore<KnownPlaces>(() => noPlaces)

let opening: Promise<Gazetteer> | undefined

/** Has the names of these postcodes and departments loaded, once; what cannot be loaded stays a code. */
export function wantPlaces(codes: readonly string[]): void {
  opening ??= openGazetteer()
  opening.then(
    gazetteer => gazetteer.want(codes),
    () => {
      opening = undefined
    },
  )
}

/** The one gazetteer of the page, which tells the page what it learns; its index is a chunk of its own. */
async function openGazetteer(): Promise<Gazetteer> {
  await afterFirstPaint()
  const { createGazetteer } = await import('../places/gazetteer.ts')
  const gazetteer = createGazetteer(() => import('virtual:places'))
  gazetteer.state.subscribe(known => placesStore.setState(known, true))
  return gazetteer
}

/** Has these postcodes and departments looked up. */
export function useWantedPlaces(codes: readonly string[]): void {
  const list = codes.join(' ')
  useEffect(() => {
    if (list !== '') wantPlaces(list.split(' '))
  }, [list])
}

/** What is known of French places, once these postcodes and departments have been looked up. */
export function usePlaces(codes: readonly string[]): KnownPlaces {
  useWantedPlaces(codes)
  return useStore(placesStore)
}
