import { diffImport } from '../../domain/diff-import.ts'
import type { ImportPreview } from '../../tokens/import-preview.ts'
import type { Board } from '../board-context.ts'

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
