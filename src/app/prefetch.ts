import { afterFirstPaint } from '../lib/after-first-paint.ts'

/** Milliseconds from the first picture until the page may care for what is not wanted yet. */
const PREFETCH_DELAY_MS = 5_000

/**
 * Fetches the parts that come when they are wanted into the browser's cache, one at a time while the page is idle, so
 * that a press opens them at once. The build names them (`src/server/later-parts.ts`); one that does not come now is
 * asked for again when it is wanted.
 */
export async function prefetch(): Promise<void> {
  await afterFirstPaint()
  await new Promise(resolve => setTimeout(resolve, PREFETCH_DELAY_MS))
  const names = document.querySelector<HTMLMetaElement>('meta[name="later-parts"]')?.content ?? ''
  for (const name of names.split(' ').filter(name => name !== '')) {
    await idle()
    try {
      const reply = await fetch(`/${name}`, { priority: 'low' })
      await reply.arrayBuffer()
    } catch {
      return
    }
  }
}

function idle(): Promise<unknown> {
  // Safari has no such callback.
  return new Promise(resolve => (globalThis.requestIdleCallback ?? setTimeout)(resolve))
}
