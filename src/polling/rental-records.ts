import type { QueryClient } from '@tanstack/react-query'
import type { RentalReply } from '../api/rental.ts'
import type { RentalStatus } from '../rentals/status.ts'
import type { CheckStorage } from './check-storage.ts'
import { appendHistory, type History } from './history.ts'
import { rentalKey, rentalsKey } from './rental-key.ts'
import { cachedQuery, rentalDefaults } from './rental-query.ts'

/** How long (ms) a rental that was removed can come back whole: the time to press Undo, with some to spare. */
const UNDO_MS = 60_000

/** What is known of each rental's content: its reply and error in the query cache, its history, its kept copy. */
export function createRentalRecords(queryClient: QueryClient, seen: CheckStorage | undefined) {
  const histories = new Map<string, History>()
  const removed = new Map<string, { reply: RentalReply | undefined; history: History; at: number }>()
  queryClient.setQueryDefaults(rentalsKey, rentalDefaults)

  const shown = (token: string) => queryClient.getQueryData<RentalReply>(rentalKey(token))

  function save(token: string) {
    const reply = shown(token)
    if (reply) seen?.save(token, reply, histories.get(token) ?? [])
  }

  return {
    shown,
    error: (token: string) => queryClient.getQueryState(rentalKey(token))?.error ?? undefined,
    history: (token: string) => histories.get(token),

    /** Shows what was stored of a rental before its first check; nothing changes where it is shown already. */
    recall(token: string, now: number): RentalReply | undefined {
      const known = shown(token)
      if (known) return known
      const undone = removed.get(token)
      const kept = undone ?? seen?.load(token, now)
      removed.delete(token)
      if (kept === undefined) return undefined
      histories.set(token, kept.history)
      if (kept.reply) queryClient.setQueryData(rentalKey(token), kept.reply, { updatedAt: kept.reply.at })
      if (undone) save(token)
      return kept.reply
    },
    show(token: string, reply: RentalReply) {
      queryClient.setQueryData(rentalKey(token), reply, { updatedAt: reply.at })
    },
    fail(token: string, error: Error) {
      const options = queryClient.defaultQueryOptions({ queryKey: rentalKey(token) })
      queryClient.getQueryCache().build(queryClient, options).setState({ status: 'error', error })
    },
    /** Writes the status that is shown now into the history, and returns it. */
    note(token: string): RentalStatus | undefined {
      const reply = shown(token)
      if (reply === undefined) return undefined
      histories.set(token, appendHistory(histories.get(token) ?? [], reply.rental.status, reply.at))
      return reply.rental.status
    },
    save,
    forget(token: string, now: number) {
      removed.set(token, { reply: shown(token), history: histories.get(token) ?? [], at: now })
      histories.delete(token)
      seen?.forget(token)
      const query = cachedQuery(queryClient, token)
      if (query) queryClient.getQueryCache().remove(query)
    },
    /** Lets go of what can no longer be undone. */
    tidy(now: number) {
      for (const [token, { at }] of removed) if (now - at > UNDO_MS) removed.delete(token)
    },
  }
}

export type RentalRecords = ReturnType<typeof createRentalRecords>
