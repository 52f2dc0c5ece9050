import type { PollState } from './poll-state.ts'
import type { RentalRecords } from './rental-records.ts'
import type { Requests } from './requests.ts'

/** Brings the books in line with the rentals that are wanted; `onForget` hears of those that are no longer. */
export function createTracker(
  ledger: PollState,
  memory: RentalRecords,
  requests: Requests,
  onForget: (token: string) => void,
) {
  function forget(token: string, now: number) {
    requests.drop(token)
    ledger.forget(token)
    memory.forget(token, now)
    onForget(token)
  }

  function follow(token: string, now: number) {
    const reply = memory.recall(token, now)
    ledger.follow(token, now, reply && { status: reply.rental.status, at: reply.at })
  }

  return function want(tokens: ReadonlySet<string>, now: number) {
    for (const token of ledger.records.keys()) if (!tokens.has(token)) forget(token, now)
    for (const token of tokens) if (!ledger.records.has(token)) follow(token, now)
  }
}
