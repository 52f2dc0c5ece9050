import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import type { Toast } from '../../board/toast-store.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { NewsToasts } from './news-toasts.tsx'
import { ToastFrame } from './toast-frame.tsx'

export function Toasts() {
  const { t } = useI18n()
  const { toasts } = useBoard()
  const shown = useStore(toasts, state => state.toasts)
  return (
    <section
      aria-label={t.toast.label}
      tabIndex={-1}
      className="pointer-events-none fixed inset-x-4 bottom-[calc(1rem+env(safe-area-inset-bottom)+var(--foot,0px))] z-40 flex flex-col items-center gap-2 outline-none print:hidden"
    >
      <NewsToasts />
      {shown.map(toast => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastLine({ toast: { id, text, action } }: { toast: Toast }) {
  const { toasts } = useBoard()
  const end = useCallback(() => toasts.getState().dismiss(id), [toasts, id])
  return (
    <ToastFrame onEnd={end}>
      <p role="status" className="min-w-0 flex-1 py-1 pr-2">
        {text}
      </p>
      {action && (
        <button
          type="button"
          className="button button-header font-semibold"
          onClick={() => {
            action.run()
            end()
          }}
        >
          {action.label}
        </button>
      )}
    </ToastFrame>
  )
}
