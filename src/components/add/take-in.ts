import { changesBy } from '../../domain/merge.ts'
import type { Incoming } from '../../tokens/incoming.ts'
import type { Board } from '../board-context.ts'

/**
 * Follows the new rentals; `withChanges` gives those already followed the names and tags that came, too.
 * Returns how many of those changed.
 */
export function takeIn(
  { tracked, poller }: Board,
  { added, present }: Incoming,
  withChanges: boolean,
): number {
  const changes = withChanges ? changesBy(present, tracked.state.getState().rentals) : []
  tracked.add(added)
  tracked.restore(changes.map(({ to }) => to))
  poller.wake()
  return changes.length
}
