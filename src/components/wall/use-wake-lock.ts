import { useEffect } from 'react'

/** Keeps the screen awake while the page is in view; where the browser cannot, nothing happens. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isOver = false

    // The browser lets go of the lock whenever it hides the page. On plain http it has none to give.
    async function acquire() {
      if (document.hidden || lock?.released === false) return
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
      if (isOver) void lock?.release()
    }

    void acquire()
    document.addEventListener('visibilitychange', acquire)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', acquire)
      void lock?.release()
    }
  }, [])
}
