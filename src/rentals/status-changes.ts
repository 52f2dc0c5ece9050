import type { History } from '../polling/history.ts'
import { type RentalState, states } from './status.ts'
import type { Summary } from './summary.ts'

/** This page saw both states. */
export type StatusChange = {
  readonly token: string
  readonly from: RentalState
  readonly to: RentalState
  /** When the page learnt of it: milliseconds since 1970 on the board's clock. */
  readonly at: number
}

/** The latest state of each rental that a reply confirmed. */
type KnownStates = ReadonlyMap<string, RentalState>

/** More than this at a time are shown as one. */
export const MAX_NOTIFICATIONS = 3

/** The rental became ready, failed or cannot be found. */
export function isNotable({ to }: Pick<StatusChange, 'to'>): boolean {
  return states[to].news !== undefined
}

/** Records only states that a reply confirmed. */
export function recordStates(known: Map<string, RentalState>, summaries: Iterable<Summary>): void {
  for (const summary of summaries) if (confirmed(summary)) known.set(summary.token, summary.state)
}

/** A first reply is no change, and neither is a failed check or the return of the same state after it. */
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

/** Whether a page opened at `openedAt` had looked before the change: what it missed while closed is not reported. */
export function wasObserved({ from }: StatusChange, history: History, openedAt: number): boolean {
  const before = history.findLast(({ status }) => status === from)
  return before === undefined || before.until >= openedAt
}

/** The latest notable change of each rental, in the order in which they came. */
export function activeNotifications(
  standing: readonly StatusChange[],
  changes: readonly StatusChange[],
): readonly StatusChange[] {
  const changed = new Set(changes.map(({ token }) => token))
  return [...standing.filter(({ token }) => !changed.has(token)), ...changes.filter(isNotable)]
}

/** Not a state that is only left over while checks fail, nor one without any reply. */
function confirmed({ state, stale }: Summary): boolean {
  return state === 'not-found' || (!stale && state !== 'error' && state !== 'pending')
}
