import { useEffect, useState } from 'react'

/** How long (ms) a page stays before the next. */
export const PAGE_MS = 10_000

/** Counts the pages that should have been turned so far, in all lanes at once; held, it waits. */
export function useAutoPaging(held: boolean): number {
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    if (held) return
    const timer = setInterval(() => setTurns(count => count + 1), PAGE_MS)
    return () => clearInterval(timer)
  }, [held])
  return turns
}

/** The page to show, from 0, of so many: the next at every turn, and still the same when their number changes. */
export function usePageIndex(pages: number, turns: number): number {
  const [shown, setShown] = useState({ page: 0, turns })
  const page = Math.min(shown.page, Math.max(0, pages - 1))
  if (shown.turns === turns) return page
  const next = page + 1 < pages ? page + 1 : 0
  setShown({ page: next, turns })
  return next
}
