import { type RefObject, useLayoutEffect, useState } from 'react'
import { shallow } from 'zustand/vanilla/shallow'

/** Changes with the view, the window and the font size: never cached, and not to be called while a row is drawn. */
export function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}

/**
 * What `measure` says of an element, anew whenever its size changes; `initial` is for the very first drawing. Neither
 * may depend on a render.
 */
export function useMeasured<Value>(
  element: RefObject<HTMLElement | null>,
  measure: (element: HTMLElement) => Value,
  initial: () => Value,
): Value {
  const [value, setValue] = useState(initial)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions depend on no render
  useLayoutEffect(() => {
    const target = element.current
    if (target === null) return
    function update(target: HTMLElement) {
      const measured = measure(target)
      setValue(before => (shallow(before, measured) ? before : measured))
    }
    // Before the first paint: the wall, which has a rem of its own, may have been shown until now.
    update(target)
    const observer = new ResizeObserver(() => update(target))
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return value
}
