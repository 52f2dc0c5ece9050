import { type RefObject, useLayoutEffect, useState } from 'react'
import { remInPixels } from '../list/use-list-layout.ts'

/** How many items of a constant height fit under one another in the element, at least one. Heights in rem. */
export function useFit(element: RefObject<HTMLElement | null>, item: number, gap: number): number {
  const [fit, setFit] = useState(1)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    const measure = (pixels: number) =>
      setFit(Math.max(1, Math.floor((pixels / remInPixels() + gap) / (item + gap))))
    measure(target.getBoundingClientRect().height)
    const observer = new ResizeObserver(([entry]) => entry && measure(entry.contentRect.height))
    observer.observe(target)
    return () => observer.disconnect()
  }, [element, item, gap])
  return fit
}
