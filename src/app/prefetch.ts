import { afterFirstPaint } from '../lib/after-first-paint.ts'
import { loadParts } from '../ui/lazy-part.tsx'

/** Milliseconds from the first paint until the page may care for what is not wanted yet. */
const PREFETCH_DELAY_MS = 5_000

/**
 * Loads the parts that come when they are wanted while the page is idle, so that a press opens them at once. One that
 * does not come now is asked for again when it is wanted, and only then is a reason to reload.
 */
export async function prefetch(): Promise<void> {
  await afterFirstPaint()
  await new Promise(resolve => setTimeout(resolve, PREFETCH_DELAY_MS))
  const quiet = new AbortController()
  const keepToOneself = (event: Event) => event.stopImmediatePropagation()
  window.addEventListener('vite:preloadError', keepToOneself, { capture: true, signal: quiet.signal })
  await loadParts(idle).catch(() => undefined)
  quiet.abort()
}

function idle(): Promise<unknown> {
  // Safari has no such callback.
  return new Promise(resolve => (globalThis.requestIdleCallback ?? setTimeout)(resolve))
}
