/** Work may take as long as React does before the browser may draw and answer. */
const SLICE_MS = 5

/** Returns what long work awaits after each piece: it yields to the browser once a time slice is used up. */
export function createTimeSlicer(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    await yieldToMain()
    since = performance.now()
  }
}

/** By a message: a chain of timers is limited to one in 4 ms. */
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
