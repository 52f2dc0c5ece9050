import { breathe } from './breathe.ts'

/** How long (ms) a work may go on before the browser may draw and answer: as long as React does. */
const SLICE_MS = 5

/** Makes what a long work awaits after each of its pieces: it breathes once they have taken a while. */
export function createTimeSlicer(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    await breathe()
    since = performance.now()
  }
}
