import { useStore } from 'zustand'
import type { Rental } from '../api/rental.ts'
import { describeRental } from '../format/describe-rental.ts'
import { useI18n } from '../i18n/i18n.ts'
import { usePlaces } from '../places/use-places.ts'
import { locationCodes } from '../rentals/coverage.ts'
import { useBoard } from './board-context.ts'

export function useRentalSentence(rental: Rental | undefined): string | undefined {
  const text = useI18n()
  const { preferences } = useBoard()
  const names = useStore(preferences.state, state => state.interests)
  const places = usePlaces(rental === undefined ? [] : locationCodes(rental))
  return rental && describeRental(rental, text, places, names)
}
