import { type History, MAX_HISTORY_ENTRIES } from '../polling/history.ts'
import { knownStatuses } from '../rentals/status.ts'
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
export function seenOnClock(seen: Seen, clockOffset: number): Seen {
  const statuses = Object.entries(seen).map(([status, { at, exact }]) => [
    status,
    { at: at - clockOffset, exact },
  ])
  return Object.fromEntries(statuses)
}

/** A status that somebody saw before this board did began then; those that came before this board looked are added. */
export function withSights(history: History, seen: Seen): History {
  const [first] = history
  if (first === undefined) return history
  const earlier = knownStatuses
    .filter(status => !history.some(entry => entry.status === status))
    .flatMap(status => {
      const at = seen[status]?.at
      return at !== undefined && at < first.from ? { status, from: at, until: at } : []
    })
    .sort((a, b) => a.from - b.from)
  const all = [...earlier, ...history].slice(-MAX_HISTORY_ENTRIES).map(entry => ({ ...entry }))
  for (const [index, entry] of all.entries()) {
    const before = all[index - 1]
    const moment = seen[entry.status]
    const isFirst = all.findIndex(({ status }) => status === entry.status) === index
    if (moment === undefined || !isFirst || moment.at > entry.from) continue
    entry.from = Math.max(moment.at, before?.until ?? 0)
    // Whoever saw it begin had seen until then what was before.
    if (before && moment.exact) before.until = entry.from
  }
  return all
}
