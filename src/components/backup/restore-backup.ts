import type { Backup } from '../../domain/backup.ts'
import { diffImport } from '../../domain/diff-import.ts'
import { mergePreferences } from '../../domain/preferences.ts'
import type { Board } from '../board-context.ts'

/**
 * Merges a backup into the board: rentals that are not followed come back as they were, with their moment and place.
 * `withChanges` gives those that are followed the names and tags of the backup, `withSettings` takes its settings over.
 */
export function restoreBackup(
  { tracked, preferences, poller, now }: Board,
  backup: Backup,
  options: { withChanges: boolean; withSettings: boolean },
): void {
  const { rentals } = tracked.state.getState()
  const isNew = ({ token }: { token: string }) => !rentals.has(token)
  const restored = backup.rentals
    .filter(isNew)
    .map(({ token, name, tags = [], addedAt = now(), place }, index) => {
      return { token, name, tags, addedAt, place: place ?? index }
    })
  const changed = options.withChanges ? diffImport(backup.rentals, rentals).map(({ to }) => to) : []
  tracked.restore([...restored, ...changed])
  if (options.withSettings) {
    preferences.set(mergePreferences(preferences.state.getState(), backup.preferences))
  }
  poller.onResume()
}
