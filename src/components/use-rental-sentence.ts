import { useStore } from 'zustand'
import type { Rental } from '../api/rental.ts'
import { locationCodes } from '../domain/coverage.ts'
import { useFullText } from '../i18n/full-text.ts'
import { useBoard } from './board-context.ts'
import { usePlaces } from './use-places.ts'
import { describeRental } from './words/describe-rental.ts'

/** A rental in one sentence; undefined while there is nothing to say. */
export function useRentalSentence(rental: Rental | undefined): string | undefined {
  const text = useFullText()
  const { preferences } = useBoard()
  const names = useStore(preferences.state, state => state.interests)
  const places = usePlaces(rental === undefined ? [] : locationCodes(rental))
  return rental && describeRental(rental, text, places, names)
}
