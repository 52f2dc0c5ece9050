import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** What a button unfolds beside itself in `frame`: Escape, and a press or the focus elsewhere, fold it again. */
export function useUnfolded() {
  const frame = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    if (!isOpen) return
    const closing = new AbortController()
    const { signal } = closing
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && frame.current?.contains(target))) setIsOpen(false)
    }
    for (const event of ['pointerdown', 'focusin']) window.addEventListener(event, leave, { signal })
    return () => closing.abort()
  }, [isOpen])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return
    event.preventDefault()
    setIsOpen(false)
    frame.current?.querySelector('button')?.focus()
  }

  return { frame, isOpen, setIsOpen, onKeyDown }
}
