import { useCallback } from 'react'
import { useI18n, useWords } from '../i18n/i18n.ts'
import { laterWords } from '../i18n/later-words.ts'
import { useBoard } from './board-context.ts'

export function useUntrack(): (tokens: readonly string[]) => void {
  const { t } = useI18n()
  const later = useWords(laterWords)
  const { tracked, toasts } = useBoard()
  return useCallback(
    tokens => {
      const removed = tracked.remove(tokens)
      if (removed.length === 0) return
      toasts.getState().show({
        text: later.removed(removed.length),
        action: { label: t.undo, run: () => tracked.restore(removed) },
      })
    },
    [t, later, tracked, toasts],
  )
}
