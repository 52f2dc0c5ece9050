import { useEffect, useState } from 'react'

/** Up to this many lines all are drawn, which keeps find-in-page whole. */
const MOST = 80

/** So many lines more than before are drawn at once; of a list that grew by more, first those in view. */
const FEW = 10

/** How long (ms) a list must have kept its length before all of it is drawn: typing would draw it for nothing. */
const SETTLED = 400

/** Whether all lines of a list are drawn, though they may not be in view. */
export function useWholeList(count: number): boolean {
  const [drawn, setDrawn] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(count <= MOST ? count : 0), SETTLED)
    return () => clearTimeout(timer)
  }, [count])
  return count <= Math.min(MOST, drawn + FEW)
}
