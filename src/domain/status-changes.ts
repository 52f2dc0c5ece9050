import type { History } from '../polling/history.ts'
import { type RentalState, states } from '../rentals/status.ts'
import type { Summary } from './summary.ts'

/** A followed rental went from one state to another, and this page saw both. */
export type StatusChange = {
  readonly token: string
  readonly from: RentalState
  readonly to: RentalState
  /** When the page learnt of it: milliseconds since 1970 on the board's clock. */
  readonly at: number
}

/** The latest state of each rental that an answer confirmed; a rental without an answer has none. */
type KnownStates = ReadonlyMap<string, RentalState>

/** More news than this at a time are told as one. */
export const MAX_NOTIFICATIONS = 3

/** True for a change that the user is told of wherever they are: it became ready, failed or cannot be found. */
export function isNotable({ to }: Pick<StatusChange, 'to'>): boolean {
  return states[to].news !== undefined
}

/** Notes the states of these rentals that an answer confirmed. */
export function recordStates(known: Map<string, RentalState>, summaries: Iterable<Summary>): void {
  for (const summary of summaries) if (confirmed(summary)) known.set(summary.token, summary.state)
}

/**
 * The rentals that now stand in another state than they were known to. A first answer is no change, and neither is
 * a failed check or the return of the same state after it.
 */
export function changesSince(known: KnownStates, summaries: Iterable<Summary>, at: number): StatusChange[] {
  const changes: StatusChange[] = []
  for (const summary of summaries) {
    const from = known.get(summary.token)
    const to = summary.state
    if (from !== undefined && from !== to && confirmed(summary)) {
      changes.push({ token: summary.token, from, to, at })
    }
  }
  return changes
}

/** Whether a page opened at `openedAt` had looked before the change: what it missed while closed is not news. */
export function wasObserved({ from }: StatusChange, history: History, openedAt: number): boolean {
  const before = history.findLast(({ status }) => status === from)
  return before === undefined || before.until >= openedAt
}

/** The news that still hold after more changes: the latest of each rental, in the order in which they came. */
export function activeNotifications(
  standing: readonly StatusChange[],
  changes: readonly StatusChange[],
): readonly StatusChange[] {
  const changed = new Set(changes.map(({ token }) => token))
  return [...standing.filter(({ token }) => !changed.has(token)), ...changes.filter(isNotable)]
}

/** Not what is only left standing while checks fail, nor what stands for an answer that never came. */
function confirmed({ state, stale }: Summary): boolean {
  return state === 'not-found' || (!stale && state !== 'error' && state !== 'pending')
}
