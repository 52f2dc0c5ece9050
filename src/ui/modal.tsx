import { X } from 'lucide'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './button.tsx'
import { focusList } from './focus-list.ts'

type ModalProps = {
  title: string
  onClose: () => void
  /** While true nothing closes it: a slip of the hand must not end what is under way. */
  locked?: boolean
  children: ReactNode
}

export function Modal({ title, onClose, locked = false, children }: ModalProps) {
  const { t } = useI18n()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  /** What was pressed since it opened. */
  const pressed = useRef<EventTarget[]>([])
  // It gives the focus back while it is still in the page, before another dialog opens.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => {
      shown?.close()
      const { activeElement } = document
      // What opened it is gone, and the focus in here about to be.
      if (activeElement === document.body || shown?.contains(activeElement)) focusList()
    }
  }, [])

  /** The second click of a double one that opened it is for nobody. */
  function dropStray(event: MouseEvent) {
    if (event.detail < 2 || event.detail <= pressed.current.length) return
    event.stopPropagation()
    event.preventDefault()
  }

  /** Not at the end of a selection of its text, which may be outside. */
  function closeFromBackdrop({ target, currentTarget }: MouseEvent) {
    if (target === currentTarget && pressed.current.at(-1) === currentTarget && !locked) onClose()
  }

  function keepOpen(event: KeyboardEvent | SyntheticEvent) {
    if (locked && (!('key' in event) || event.key === 'Escape')) event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={event => {
        // In development React closes it once and opens it again.
        if (!event.currentTarget.open) onClose()
      }}
      onCancel={keepOpen}
      onKeyDown={keepOpen}
      onPointerDown={({ target }) => pressed.current.push(target)}
      onClickCapture={dropStray}
      onClick={closeFromBackdrop}
      className="m-auto w-full max-w-lg scroll-pt-16 rounded-xl border border-line bg-surface text-ink backdrop:bg-header/60"
    >
      <div className="px-6 pb-6">
        <div className="sticky top-0 z-10 -mx-6 mb-1 flex items-start justify-between gap-4 bg-surface px-6 pt-6 pb-2">
          <h2 id={id} className="font-semibold text-xl tracking-tight">
            {title}
          </h2>
          {!locked && (
            <Button icon={X} words={t.close} className="button-icon -mt-1 -mr-2" onClick={onClose} />
          )}
        </div>
        {children}
      </div>
    </dialog>
  )
}
