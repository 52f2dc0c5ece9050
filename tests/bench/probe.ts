declare global {
  interface Window {
    probe: Probe
  }
}

/** What the page counts of itself. Times in ms since its navigation began. */
export type Probe = {
  /** When the first row was drawn. */
  first: number | undefined
  /** Each task over 50 ms. */
  long: { start: number; duration: number }[]
  /** From each key to the next picture, to 8 ms; those under 16 are not told (w3.org/TR/event-timing). */
  keys: number[]
  /** Commits of React. */
  commits: number
}

/** To be run in the page before its own scripts: notes the first row, long tasks and React's commits. */
export function installProbe(): void {
  const probe: Probe = { first: undefined, long: [], keys: [], commits: 0 }
  window.probe = probe
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) probe.long.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  const keyWatch = { type: 'event', durationThreshold: 16 }
  new PerformanceObserver(list => {
    for (const { name, duration } of list.getEntries()) if (name.startsWith('key')) probe.keys.push(duration)
  }).observe(keyWatch)
  const watch = new MutationObserver(() => {
    if (document.querySelector('[data-token], tbody tr, main section h2') === null) return
    watch.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        probe.first = performance.now()
      }
      port2.postMessage(undefined)
    })
  })
  watch.observe(document, { childList: true, subtree: true })
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE: () => undefined,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot() {
        probe.commits += 1
      },
    },
  })
}
