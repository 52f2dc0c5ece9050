/** Milliseconds that work may take before the browser may draw and answer: as long as React does. */
const SLICE_MS = 5

/** Makes what long work awaits after each of its pieces: once they have filled a time slice, others have their turn. */
export function createTimeSlicer(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    await yieldToMain()
    since = performance.now()
  }
}

/** As a message, since a chain of timers is held back to one in 4 ms. */
function yieldToMain(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
