import { useStore } from 'zustand'
import type { Rental } from '../api/rental.ts'
import { locationCodes } from '../domain/coverage.ts'
import { useI18n } from '../i18n/i18n.ts'
import { useBoard } from './board-context.ts'
import { usePlaces } from './places-store.ts'
import { describeRental } from './words/describe-rental.ts'

export function useRentalSentence(rental: Rental | undefined): string | undefined {
  const text = useI18n()
  const { preferences } = useBoard()
  const names = useStore(preferences.state, state => state.interests)
  const places = usePlaces(rental === undefined ? [] : locationCodes(rental))
  return rental && describeRental(rental, text, places, names)
}
