import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createGazetteer, type KnownPlaces } from '../places/gazetteer.ts'

/** The one gazetteer of the page; its index is a chunk of its own. */
export const gazetteer = createGazetteer(() => import('virtual:places'))

/** What is known of French places, once these postcodes and departments have been looked up. */
export function usePlaces(codes: readonly string[]): KnownPlaces {
  const list = codes.join(' ')
  useEffect(() => {
    if (list !== '') gazetteer.want(list.split(' '))
  }, [list])
  return useStore(gazetteer.state)
}
