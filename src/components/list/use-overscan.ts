import { useEffect, useState } from 'react'

/** So many lines out of view are drawn at either end, ready to be scrolled to. */
const LEAST = 5

/** A list of up to this many lines is drawn whole once it rests, which keeps find-in-page whole. */
const SHORT = 80

/** How long (ms) it must rest before more of it is drawn: typing in the search would draw it for nothing. */
const SETTLED = 400

/** Then so many lines come at a time, in steps of so many ms. */
const MORE = 5
const STEP = 50

/** A list that grows by more than this begins anew with what is in view. */
const FEW = 10

/** How many lines out of view are drawn of a list of `count` lines, at either end. */
export function useOverscan(count: number): number {
  const [drawn, setDrawn] = useState({ count, more: 0 })
  const more = count <= Math.min(SHORT, drawn.count + FEW) ? drawn.more : 0
  const isWhole = count > SHORT || more >= count
  useEffect(() => {
    if (isWhole) return
    const timer = setTimeout(() => setDrawn({ count, more: more + MORE }), more === 0 ? SETTLED : STEP)
    return () => clearTimeout(timer)
  }, [isWhole, count, more])
  return LEAST + more
}
