import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { KnownPlaces } from '../places/known-places.ts'
import { placesStore, wantPlaces } from './places-store.ts'

/** What is known of French places, once these postcodes and departments have been looked up. */
export function usePlaces(codes: readonly string[]): KnownPlaces {
  const list = codes.join(' ')
  useEffect(() => {
    if (list !== '') wantPlaces(list.split(' '))
  }, [list])
  return useStore(placesStore)
}
