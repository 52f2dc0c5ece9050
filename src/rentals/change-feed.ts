import type { StoreApi } from 'zustand/vanilla'
import type { Clock } from '../lib/clock.ts'
import type { History } from '../polling/history.ts'
import type { BoardState } from './board-model.ts'
import type { RentalState } from './status.ts'
import type { StatusChange } from './status-changes.ts'
import { changedSince, type Summary } from './summary.ts'

export type ChangesState = {
  /** The changes of the last update. */
  readonly latest: readonly StatusChange[]
  /** The last change of each tracked rental, since the page opened. */
  readonly last: ReadonlyMap<string, StatusChange>
}

/**
 * Writes to `state` whenever rentals change while this page observes them: a first reply is no change, and neither is a
 * failed check or the return of the same state after it. Returns what stops it.
 * @param openedAt tells since when the page observes, ms since 1970
 */
export function feedChanges(
  state: StoreApi<ChangesState>,
  board: StoreApi<BoardState>,
  historyOf: (token: string) => History | undefined,
  clock: Clock,
  openedAt: () => number,
): () => void {
  /** The latest state of each rental that a reply confirmed. */
  const known = new Map<string, RentalState>()

  function changeOf(summary: Summary): readonly StatusChange[] {
    if (!isConfirmed(summary)) return []
    const { token, state: to } = summary
    const from = known.get(token)
    known.set(token, to)
    const isSeen = from !== undefined && from !== to && wasObserved(from, historyOf(token) ?? [])
    return isSeen ? [{ token, from, to, at: clock() }] : []
  }

  /** Whether this page had looked before the change: what was missed while it was closed is not reported. */
  function wasObserved(from: RentalState, history: History): boolean {
    const before = history.findLast(({ status }) => status === from)
    return before === undefined || before.until >= openedAt()
  }

  for (const summary of board.getState().summaries.values()) changeOf(summary)

  return board.subscribe(({ summaries }, before) => {
    const latest = changedSince(before.summaries, summaries).flatMap(changeOf)
    for (const token of known.keys()) if (!summaries.has(token)) known.delete(token)
    if (latest.length === 0) return
    const kept = [...state.getState().last].filter(([token]) => summaries.has(token))
    const last = new Map([...kept, ...latest.map(change => [change.token, change] as const)])
    state.setState({ latest, last })
  })
}

/** Not a state that is only left over while checks fail, nor one without any reply. */
function isConfirmed({ state, stale }: Summary): boolean {
  return state === 'not-found' || (!stale && state !== 'error' && state !== 'pending')
}
