import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useText } from '../../i18n/text.ts'
import { useBoard } from '../board-context.ts'
import type { Toast } from './toast-store.ts'

/** How long a message stays (ms) once nobody points at it or tabs to it. */
const LASTS = 10_000

/** The passing messages, at the foot of the page. */
export function Toasts() {
  const { t } = useText()
  const { toasts } = useBoard()
  const shown = useStore(toasts, state => state.toasts)
  return (
    <section
      aria-label={t.toast.label}
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex flex-col items-center gap-2"
    >
      {shown.map(toast => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastLine({ toast: { id, text, action } }: { toast: Toast }) {
  const { toasts } = useBoard()
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => toasts.getState().dismiss(id), LASTS)
    return () => clearTimeout(timer)
  }, [id, isHeld, toasts])

  const hold = () => setIsHeld(true)
  const release = () => setIsHeld(false)
  return (
    <div
      role="status"
      className="pointer-events-auto flex max-w-full items-center gap-4 rounded-lg border border-band-line bg-band py-2 pr-2 pl-4 text-band-ink"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <p className="min-w-0 py-1">{text}</p>
      {action && (
        <button
          type="button"
          className="button button-band font-semibold"
          onClick={() => {
            action.run()
            toasts.getState().dismiss(id)
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
