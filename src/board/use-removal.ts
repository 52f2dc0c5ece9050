import { useI18n } from '../i18n/i18n.ts'
import { laterWords } from '../i18n/later-words.ts'
import { useBoard } from './board-context.ts'

/** Takes rentals off the list, and offers to undo it. */
export function useUntrack(): (tokens: readonly string[]) => void {
  const { t, w } = useI18n(laterWords)
  const { tracked, toasts } = useBoard()
  return tokens => {
    const removed = tracked.remove(tokens)
    if (removed.length === 0) return
    toasts.getState().show({
      text: w.removed(removed.length),
      action: { label: t.undo, run: () => tracked.restore(removed) },
    })
  }
}

/** Puts rentals away or brings them back, and offers to undo it. */
export function useArchive(): (tokens: readonly string[], archived: boolean) => void {
  const { t, w } = useI18n(laterWords)
  const { tracked, toasts } = useBoard()
  return (tokens, archived) => {
    const before = tracked.editAll(tokens, () => ({ archived }))
    if (before.length === 0) return
    const was = new Map(before.map(rental => [rental.token, rental.archived]))
    toasts.getState().show({
      text: archived ? w.archive.archived(before.length) : w.archive.broughtBack(before.length),
      action: {
        label: t.undo,
        run: () => void tracked.editAll([...was.keys()], ({ token }) => ({ archived: was.get(token) })),
      },
    })
  }
}
