import { useStore } from 'zustand'
import type { KnownPlaces } from '../places/known-places.ts'
import { placesStore } from './places-store.ts'
import { useWantedPlaces } from './use-wanted-places.ts'

/** What is known of French places, once these postcodes and departments have been looked up. */
export function usePlaces(codes: readonly string[]): KnownPlaces {
  useWantedPlaces(codes)
  return useStore(placesStore)
}
