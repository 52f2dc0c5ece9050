import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Rental, RentalReply } from '../api/rental.ts'
import { describeRental } from '../format/describe-rental.ts'
import { formatRentalName, shortToken } from '../format/rental-name.ts'
import { useI18n } from '../i18n/i18n.ts'
import { placesStore, usePlaces, useWantedPlaces } from '../places/use-places.ts'
import type { History } from '../polling/history.ts'
import { summaryOf } from '../rentals/board-model.ts'
import { locationCodes } from '../rentals/coverage.ts'
import type { Summary } from '../rentals/summary.ts'
import { useBoard, useModel, usePreferences, useTracked } from './board-context.ts'

/** Undefined once the rental is no longer followed. */
export function useSummary(token: string): Summary | undefined {
  return useModel(state => summaryOf(state, token))
}

/** The last good reply; undefined before the first. */
export function useReply(token: string): RentalReply | undefined {
  const { rentalCache } = useBoard()
  return useSyncExternalStore(rentalCache.subscribe, () => rentalCache.reply(token))
}

/** How long the rental was seen in each status, oldest first. */
export function useHistory(token: string): History {
  const { rentalCache } = useBoard()
  return useSyncExternalStore(rentalCache.subscribe, () => rentalCache.history(token)) ?? none
}

const none: History = []

export function useRentalSentence(rental: Rental | undefined): string | undefined {
  const text = useI18n()
  const names = usePreferences(state => state.interests)
  const places = usePlaces(rental === undefined ? [] : locationCodes(rental))
  return rental && describeRental(rental, text, places, names)
}

/** The user's own name for the rental; undefined without one. */
export function useOwnName(token: string): string | undefined {
  return useTracked(({ rentals }) => rentals.get(token)?.name)
}

/** What the rental is called: the user's own name, or one by its targeting. */
export function useCalledName(token: string): string {
  const text = useI18n()
  const name = useOwnName(token)
  const rental = useSummary(token)?.rental
  useWantedPlaces(name === undefined && rental ? locationCodes(rental) : [])
  return useStore(placesStore, places => formatRentalName({ token, name }, rental, text, places))
}

/** What tells a rental without a name of its own from others that are called alike; undefined for one with a name. */
export function useTokenBeside(token: string): string | undefined {
  return useOwnName(token) === undefined ? shortToken(token) : undefined
}

/** Names any rental as it is called at that moment. */
export function useRentalName(): (token: string) => string {
  const text = useI18n()
  const { tracked, model } = useBoard()
  return token => {
    const name = tracked.state.getState().rentals.get(token)?.name
    const rental = summaryOf(model.state.getState(), token)?.rental
    return formatRentalName({ token, name }, rental, text, placesStore.getState())
  }
}
