import { useEffect } from 'react'
import { wantPlaces } from './places-store.ts'

/** Has these postcodes and departments looked up. */
export function useWantedPlaces(codes: readonly string[]): void {
  const list = codes.join(' ')
  useEffect(() => {
    if (list !== '') wantPlaces(list.split(' '))
  }, [list])
}
