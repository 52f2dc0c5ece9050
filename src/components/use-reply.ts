import { useSyncExternalStore } from 'react'
import type { RentalReply } from '../api/rental.ts'
import { useBoard } from './board-context.ts'

/** The last good reply for a rental, with its text and its time; undefined before the first. */
export function useReply(token: string): RentalReply | undefined {
  const { book } = useBoard()
  return useSyncExternalStore(book.subscribe, () => book.reply(token))
}
