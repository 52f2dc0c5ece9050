import { useEffect, useState } from 'react'

/** So many lines out of view are drawn at either end, ready to be scrolled to. */
const LEAST = 5

/** So many while the user types into the search: the next key may take them away. */
const TYPING = 1

/** A list of up to this many lines is drawn whole once it rests, which keeps find-in-page whole. */
const SHORT = 80

/** How long (ms) it must rest before more of it is drawn: typing in the search would draw it for nothing. */
const SETTLED = 400

/** Then so many lines come at a time, in steps of so many ms. */
const MORE = 5
const STEP = 50

/** A list that grows by more than this begins anew with what is in view. */
const FEW = 10

/** How many lines out of view are drawn at either end of a list of `count` lines, which `query` searches. */
export function useOverscan(count: number, query: string): number {
  const [drawn, setDrawn] = useState({ count, query, more: 0 })
  const isTyping = query !== drawn.query
  const more = !isTyping && count <= Math.min(SHORT, drawn.count + FEW) ? drawn.more : 0
  const isWhole = !isTyping && (count > SHORT || more >= count)
  useEffect(() => {
    if (isWhole) return
    const draw = () => setDrawn({ count, query, more: isTyping ? 0 : more + MORE })
    const timer = setTimeout(draw, more === 0 ? SETTLED : STEP)
    return () => clearTimeout(timer)
  }, [isWhole, isTyping, count, query, more])
  return isTyping ? TYPING : LEAST + more
}
