import type { Board } from '../../board/board-context.ts'
import { diffImport } from '../../rentals/diff-import.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'

/** `withChanges` updates the names and tags of rentals already tracked. Returns how many of those changed. */
export function importRentals(
  { tracked, poller }: Board,
  { added, present }: ImportPreview,
  withChanges: boolean,
): number {
  const changes = withChanges ? diffImport(present, tracked.state.getState().rentals) : []
  tracked.add(added)
  tracked.restore(changes.map(({ to }) => to))
  poller.onResume()
  return changes.length
}
