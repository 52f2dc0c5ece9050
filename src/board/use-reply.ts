import { useSyncExternalStore } from 'react'
import type { RentalReply } from '../api/rental.ts'
import { useBoard } from './board-context.ts'

/** The last good reply; undefined before the first. */
export function useReply(token: string): RentalReply | undefined {
  const { rentalCache } = useBoard()
  return useSyncExternalStore(rentalCache.subscribe, () => rentalCache.reply(token))
}
