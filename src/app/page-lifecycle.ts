import type { RunningBoard } from './create-board.ts'

/** Tells the board what happens to its page: hidden, shown, woken, and what other tabs do to the list. */
export function attachPageLifecycle(board: RunningBoard): RunningBoard {
  const events = new AbortController()
  const { signal } = events
  const resume = () => board.poller.onResume()
  const syncHidden = () => board.poller.setHidden(document.hidden)

  syncHidden()
  document.addEventListener('visibilitychange', syncHidden, { signal })
  document.addEventListener('resume', resume, { signal })
  for (const event of ['pageshow', 'focus', 'online']) window.addEventListener(event, resume, { signal })
  window.addEventListener('storage', ({ key }) => board.preferences.reload(key), { signal })
  if (!board.isDemo) {
    window.addEventListener('storage', ({ key }) => board.tracked.reload(key), { signal })
  }

  return {
    ...board,
    stop() {
      events.abort()
      board.stop()
    },
  }
}
