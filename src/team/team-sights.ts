import type { FirstSeen } from '../polling/first-seen.ts'
import type { History } from '../polling/history.ts'
import type { Seen } from '../rentals/team-rental.ts'
import { timelineOf } from '../rentals/timeline.ts'

/** Who saw a status less than this (ms) before the others tells them nothing new. */
const MIN_LEAD_MS = 1_000

/** With what this board saw first; the same object where it saw nothing first. */
export function addSights(seen: Seen, history: History, clockOffset: number): Seen {
  let all = seen
  for (const { status, from, exact } of timelineOf(history)) {
    const at = Math.max(0, Math.round(from + clockOffset))
    const known = all[status]
    if (known === undefined || at < known.at - MIN_LEAD_MS) all = { ...all, [status]: { at, exact } }
  }
  return all
}

/** On the clock of this board. */
export function seenOnClock(seen: Seen, clockOffset: number): FirstSeen {
  const statuses = Object.entries(seen).map(([status, { at, exact }]) => [
    status,
    { at: at - clockOffset, exact },
  ])
  return Object.fromEntries(statuses)
}
