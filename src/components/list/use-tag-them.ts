import { addTags, tagsInUse } from '../../domain/tags.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'

/** Gives rentals more tags, and offers to take them back. */
export function useTagThem(): (tokens: readonly string[], tags: readonly string[]) => void {
  const { t } = useI18n()
  const { tracked, toasts } = useBoard()
  return (tokens, tags) => {
    const known = tagsInUse(tracked.state.getState().rentals.values())
    const before = tracked.editAll(tokens, rental => ({ tags: addTags(rental.tags, tags, known) }))
    const tagsBefore = new Map(before.map(rental => [rental.token, rental.tags]))
    toasts.getState().show({
      text: t.tools.tagged(before.length, tags.join(', ')),
      action: {
        label: t.undo,
        run() {
          tracked.editAll([...tagsBefore.keys()], ({ token }) => ({ tags: tagsBefore.get(token) ?? [] }))
        },
      },
    })
  }
}
