import { memoizeWeak } from '../lib/memoize.ts'
import { knownStatuses, type RentalStatus } from '../rentals/status.ts'
import { type History, MAX_HISTORY_ENTRIES } from './history.ts'

/** When somebody else first saw each status (ms since 1970 on the board's clock); not `exact` when it may have begun unseen. */
export type FirstSeen = Readonly<
  Partial<Record<RentalStatus, { readonly at: number; readonly exact: boolean }>>
>

/** What others saw, by token; none but with a team's list. One for the page, whichever board it shows. */
const others = new Map<string, { seen: FirstSeen; apply: (history: History) => History }>()
const listeners = new Set<(token: string) => void>()

export function setFirstSeen(token: string, seen: FirstSeen): void {
  const before = others.get(token)
  if (before && JSON.stringify(before.seen) === JSON.stringify(seen)) return
  others.set(token, { seen, apply: memoizeWeak(history => withFirstSeen(history, seen)) })
  for (const listener of listeners) listener(token)
}

export function forgetFirstSeen(): void {
  others.clear()
}

/** The history as all of the team know it. */
export function sharedHistory(token: string, history: History | undefined): History | undefined {
  return history && (others.get(token)?.apply(history) ?? history)
}

/** Returns the unsubscriber. */
export function onFirstSeen(listener: (token: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** A status that somebody saw before this board did began then; those that came before this board looked are added. */
export function withFirstSeen(history: History, seen: FirstSeen): History {
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
