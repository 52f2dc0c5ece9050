import { useEffect, useRef } from 'react'

/** The buttons of the step before are gone: the focus moves to the new step, which is then read out. */
export function useFocusOnChange(step: string) {
  const part = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) part.current?.focus()
    shown.current = step
  }, [step])
  return part
}
