import { X } from 'lucide'
import { type MouseEvent, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from '../../ui/icon.tsx'

/** How long a message stays (ms) once it is on screen and nobody points at it or tabs to it. */
const TOAST_MS = 10_000

type ToastFrameProps = {
  /** Closes the message; a new function restarts its time. */
  onEnd: () => void
  /** The label of the close button; there is none without it. */
  closeName?: string
  children: ReactNode
}

export function ToastFrame({ onEnd, closeName, children }: ToastFrameProps) {
  const [isHeld, setIsHeld] = useState(false)
  const isHidden = usePageHidden()
  useEffect(() => {
    if (isHeld || isHidden) return
    const timer = setTimeout(onEnd, TOAST_MS)
    return () => clearTimeout(timer)
  }, [isHeld, isHidden, onEnd])

  const hold = () => setIsHeld(true)
  const release = () => setIsHeld(false)

  function close(event: MouseEvent<HTMLElement>) {
    // The focus would fall back to the top of the page with the button.
    event.currentTarget.closest('section')?.focus()
    onEnd()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form
    <div
      role="group"
      className="pointer-events-auto flex max-w-full items-center gap-3 rounded-lg border border-header-line bg-header py-2 pr-2 pl-4 text-header-ink max-sm:w-full"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {children}
      {closeName !== undefined && (
        <button
          type="button"
          className="button button-header -ml-1 border-transparent px-2"
          aria-label={closeName}
          onClick={close}
        >
          <Icon of={X} className="size-4" />
        </button>
      )}
    </div>
  )
}

function usePageHidden(): boolean {
  return useSyncExternalStore(subscribe, isHidden)
}

function isHidden(): boolean {
  return document.hidden
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
