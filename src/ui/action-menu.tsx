import { Ellipsis } from 'lucide'
import { type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import { useUnfolded } from './use-unfolded.ts'

/** A button that unfolds further ones below the bar that it stands in; a press, Escape or leaving folds them again. */
export function ActionMenu({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  const { frame, isOpen, setIsOpen, onKeyDown } = useUnfolded()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons in it
    <div ref={frame} onKeyDown={onKeyDown}>
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
