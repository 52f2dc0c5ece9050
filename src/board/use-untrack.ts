import { useCallback } from 'react'
import { useI18n } from '../i18n/i18n.ts'
import { useBoard } from './board-context.ts'

export function useUntrack(): (tokens: readonly string[]) => void {
  const { t } = useI18n()
  const { tracked, toasts } = useBoard()
  return useCallback(
    tokens => {
      const removed = tracked.remove(tokens)
      if (removed.length === 0) return
      toasts.getState().show({
        text: t.toast.removed(removed.length),
        action: { label: t.undo, run: () => tracked.restore(removed) },
      })
    },
    [t, tracked, toasts],
  )
}
