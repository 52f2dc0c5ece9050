import { useSyncExternalStore } from 'react'
import { useBoard } from './board-context.ts'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for the whole page, which runs only while something on it shows an age. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, 1_000)
  document.addEventListener('visibilitychange', listener)
  return () => {
    document.removeEventListener('visibilitychange', listener)
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  for (const listener of listeners) listener()
}

/**
 * The result of `words` for the present moment (milliseconds since 1970), computed every second. The component
 * renders only when the words change, so «il y a 2 min» costs one render a minute.
 */
export function useNow(words: (now: number) => string): string {
  const { now } = useBoard()
  return useSyncExternalStore(subscribe, () => words(now()))
}
