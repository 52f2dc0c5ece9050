import { useState } from 'react'
import { type Board, useBoard, useTracked } from '../../board/board-context.ts'
import { mergePreferences } from '../../board/preferences.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { diffImport } from '../../rentals/diff-import.ts'
import { classifyRentals } from '../../rentals/outside-rental.ts'
import { withoutSecrets } from '../../rentals/secrets.ts'
import { spellTags, tagsInUse } from '../../rentals/tags.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Modal } from '../../ui/modal.tsx'
import { formatImport, formatTrack } from '../add/format-import.ts'
import { PastePreview } from '../add/paste-preview.tsx'
import type { Backup } from './backup.ts'
import { restoreWatched } from './watched.ts'
import { backupWords } from './words.ts'

export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { language, f, w } = useI18n(backupWords)
  const board = useBoard()
  const tracked = useTracked(state => state.rentals)
  // On an empty board the settings are part of what is restored; elsewhere they are somebody's choice.
  const [withSettings, setWithSettings] = useState(tracked.size === 0)
  const { added, present } = classifyRentals(backup.rentals, token => tracked.has(token))
  const unreadable = backup.unreadable.map(entry => ({
    text: brief(entry),
    why: 'unreadable' as const,
  }))
  const incoming = { added, present, refused: unreadable, ignored: [] }

  function confirmWords(added: number, changed: number): string | undefined {
    if (added > 0) return w.restore(added)
    return formatTrack(added, changed, language) ?? (withSettings ? w.restoreSettings : undefined)
  }

  function restore(withChanges: boolean) {
    restoreBackup(board, backup, { withChanges, withSettings })
    board.toasts.getState().show({ text: w.restored })
    board.dialogs.close()
  }

  return (
    <Modal title={w.restoreTitle} onClose={onClose}>
      {backup.savedAt !== undefined && <p className="text-muted">{w.savedAt(f.moment(backup.savedAt))}</p>}
      <p className="mt-1 mb-4">{formatImport(incoming, language) || w.nothingIn}</p>
      <PastePreview incoming={incoming} confirmWords={confirmWords} onTake={restore} onCancel={onClose}>
        {backup.preferences !== undefined && (
          <Checkbox label={w.withSettings} checked={withSettings} onChange={setWithSettings} />
        )}
      </PastePreview>
    </Modal>
  )
}

/** The start of an unreadable entry, without its secrets. */
function brief(entry: unknown): string {
  try {
    return withoutSecrets(JSON.stringify(entry).slice(0, 1_000)).text
  } catch {
    // Nested deeper than JSON.stringify goes.
    return '…'
  }
}

/** New rentals keep the date and order of the backup; `withChanges` updates names and tags of those tracked. */
function restoreBackup(
  board: Board,
  backup: Backup,
  options: { withChanges: boolean; withSettings: boolean },
): void {
  const { tracked, preferences, poller, now } = board
  const { rentals } = tracked.state.getState()
  const isNew = ({ token }: { token: string }) => !rentals.has(token)
  const fresh = backup.rentals.filter(isNew)
  for (const rental of fresh) restoreWatched(board, rental.token, rental)
  const restored = spellTags(fresh, tagsInUse(rentals)).map(
    ({ token, name, note, archived, tags = [], addedAt = now(), place }, index) => {
      return { token, name, note, archived, tags, addedAt, place: place ?? index }
    },
  )
  const changed = options.withChanges ? diffImport(backup.rentals, rentals).changes.map(({ to }) => to) : []
  tracked.restore([...restored, ...changed])
  if (options.withSettings) {
    preferences.set(mergePreferences(preferences.state.getState(), backup.preferences))
  }
  poller.onResume()
}
