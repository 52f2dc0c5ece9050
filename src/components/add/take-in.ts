import { changesBy } from '../../domain/merge.ts'
import type { Incoming } from '../../tokens/incoming.ts'
import type { Board } from '../board-context.ts'

/** Follows the new rentals; `withChanges` gives those already followed the names and tags that came, too. */
export function takeIn({ tracked, poller }: Board, { added, present }: Incoming, withChanges: boolean): void {
  tracked.add(added)
  if (withChanges) {
    tracked.restore(changesBy(present, tracked.state.getState().rentals).map(({ to }) => to))
  }
  poller.wake()
}
