import type { RunningBoard } from './create-board.ts'

/** Tells the board what happens to its page: hidden, shown, woken, and what other tabs do to the list. */
export function attachPageLifecycle(board: RunningBoard): RunningBoard {
  const events = new AbortController()
  const { signal } = events
  const wake = () => board.poller.onResume()
  const follow = () => board.poller.setHidden(document.hidden)

  follow()
  document.addEventListener('visibilitychange', follow, { signal })
  document.addEventListener('resume', wake, { signal })
  for (const event of ['pageshow', 'focus', 'online']) window.addEventListener(event, wake, { signal })
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
