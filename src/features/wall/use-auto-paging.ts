import { useEffect, useState } from 'react'

export const PAGE_MS = 10_000

/** Counts page turns, in all columns at once; `held` stops them. */
export function useAutoPaging(held: boolean): number {
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    if (held) return
    const timer = setInterval(() => setTurns(count => count + 1), PAGE_MS)
    return () => clearInterval(timer)
  }, [held])
  return turns
}

/** From 0: the next page at every turn, and still the same when the number of pages changes. */
export function usePageIndex(pages: number, turns: number): number {
  const [shown, setShown] = useState({ page: 0, turns })
  const page = Math.min(shown.page, Math.max(0, pages - 1))
  if (shown.turns === turns) return page
  const next = page + 1 < pages ? page + 1 : 0
  setShown({ page: next, turns })
  return next
}
