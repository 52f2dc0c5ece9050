import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useText } from '../../i18n/text.ts'

/** A dialog over the page; Escape, its cross and a press beside it close it. */
export function Modal({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  function closeFromBackdrop(event: MouseEvent) {
    if (event.target === event.currentTarget) onClose()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes a modal dialog on Escape by itself
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={closeFromBackdrop}
      className="m-auto w-full max-w-lg rounded-xl border border-line bg-surface text-ink backdrop:bg-band/60"
    >
      <div className="p-6">
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={id} className="font-semibold text-xl tracking-tight">
            {title}
          </h2>
          <button type="button" className="button -mt-1 -mr-2 border-transparent px-2" onClick={onClose}>
            <X className="size-5" aria-hidden="true" />
            <span className="sr-only">{t.close}</span>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
