import type { Board } from '../../board/board-context.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { diffImport } from '../../rentals/diff-import.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import { spellTags, tagsInUse } from '../../rentals/tags.ts'
import { addWords } from './words.ts'

/**
 * Adds what is new and offers to undo it; `withChanges` updates the names and tags of rentals already tracked. Returns
 * how many of those changed.
 * @param onUndo called once it is undone
 */
export function importRentals(
  { tracked, poller, toasts }: Board,
  { added, present }: ImportPreview,
  withChanges: boolean,
  { t, language }: I18n,
  onUndo: () => void = () => undefined,
): number {
  const { rentals } = tracked.state.getState()
  const changes = withChanges ? diffImport(present, rentals).changes : []
  tracked.add(spellTags(added, tagsInUse(rentals)))
  tracked.restore(changes.map(({ to }) => to))
  poller.onResume()
  const w = addWords[language]
  if (added.length + changes.length === 0) return 0
  toasts.getState().show({
    yields: true,
    text: added.length > 0 ? w.tracked(added.length) : w.updated(changes.length),
    action: {
      label: t.undo,
      run() {
        tracked.remove(added.map(({ token }) => token))
        tracked.restore(changes.map(({ from }) => from))
        onUndo()
      },
    },
  })
  return changes.length
}
