import { type RefObject, useLayoutEffect, useState } from 'react'
import { remInPixels } from '../rem-in-pixels.ts'

/** The least size of an item, and the gap between two, in rem. */
type Sizes = { readonly width: number; readonly height: number; readonly gap: number }

/** How many items fit under and beside one another. */
type Fit = { readonly rows: number; readonly columns: number }

/** How many items fit into the element, at least one. */
export function useItemsPerPage(element: RefObject<HTMLElement | null>, { width, height, gap }: Sizes): Fit {
  const [fit, setFit] = useState<Fit>({ rows: 1, columns: 1 })
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const rem = remInPixels()
      const count = (pixels: number, size: number) =>
        Math.max(1, Math.floor((pixels / rem + gap) / (size + gap)))
      setFit({ rows: count(target.clientHeight, height), columns: count(target.clientWidth, width) })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element, width, height, gap])
  return fit
}
