import { Ellipsis } from 'lucide'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'

/** A button that unfolds further ones below the bar that it stands in; a press, Escape or leaving folds them again. */
export function ActionMenu({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    if (!isOpen) return
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && menu.current?.contains(target))) setIsOpen(false)
    }
    for (const event of ['pointerdown', 'focusin']) window.addEventListener(event, leave)
    return () => {
      for (const event of ['pointerdown', 'focusin']) window.removeEventListener(event, leave)
    }
  }, [isOpen])

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return
    event.preventDefault()
    setIsOpen(false)
    menu.current?.querySelector('button')?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons in it
    <div ref={menu} onKeyDown={closeOnEscape}>
      <Button
        icon={Ellipsis}
        words={label}
        title={label}
        className="button-icon border-line"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: hears the presses of the buttons in it
        // biome-ignore lint/a11y/useKeyWithClickEvents: a key that presses a button is a click, too
        <div
          id={id}
          className="menu absolute top-full left-0 z-10 mt-1 grid min-w-56 rounded-lg border border-line bg-surface p-1 shadow-[0_4px_16px_rgb(0_0_0/0.18)]"
          onClick={() => setIsOpen(false)}
        >
          {children}
        </div>
      )}
    </div>
  )
}
