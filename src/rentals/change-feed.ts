import type { StoreApi } from 'zustand/vanilla'
import type { Clock } from '../lib/clock.ts'
import type { History } from '../polling/history.ts'
import type { BoardState } from './board-model.ts'
import type { RentalState } from './status.ts'
import { changesSince, recordStates, type StatusChange, wasObserved } from './status-changes.ts'
import { changedSince } from './summary.ts'

export type ChangesState = {
  /** The changes of the last update. */
  readonly latest: readonly StatusChange[]
  /** The last change of each tracked rental, since the page opened. */
  readonly last: ReadonlyMap<string, StatusChange>
}

/**
 * Writes to `state` whenever rentals change while this page observes them. Returns what stops it.
 * @param openedAt since when the page observes, ms since 1970
 */
export function feedChanges(
  state: StoreApi<ChangesState>,
  board: StoreApi<BoardState>,
  historyOf: (token: string) => History | undefined,
  clock: Clock,
  openedAt: number,
): () => void {
  const known = new Map<string, RentalState>()
  recordStates(known, board.getState().summaries.values())

  return board.subscribe(({ summaries }, before) => {
    const changed = changedSince(before.summaries, summaries)
    const latest = changesSince(known, changed, clock()).filter(change =>
      wasObserved(change, historyOf(change.token) ?? [], openedAt),
    )
    recordStates(known, changed)
    for (const token of known.keys()) if (!summaries.has(token)) known.delete(token)
    if (latest.length === 0) return
    const kept = [...state.getState().last].filter(([token]) => summaries.has(token))
    state.setState({
      latest,
      last: new Map([...kept, ...latest.map(change => [change.token, change] as const)]),
    })
  })
}
