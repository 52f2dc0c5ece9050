import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../board-context.ts'
import { useAutoPaging } from './use-auto-paging.ts'
import { wallAlarms } from './wall-alarm.ts'
import { WallColumns } from './wall-columns.tsx'
import { WallHeader } from './wall-header.tsx'
import { isWall, leaveWall } from './wall-route.ts'

/**
 * The board for a screen on a wall: dark, sized by the screen (`styles/first.css` makes one rem of its width), turning its
 * own pages. It waits with the next page while somebody is at the pointer or the keys.
 */
export function WallView() {
  const { poller } = useBoard()
  const phase = useStore(poller.status, status => status.phase)
  const isAwake = useUserActivity()
  const turns = useAutoPaging(isAwake)
  useWakeLock()
  useLeaveWall()
  return (
    <div
      data-view="wall"
      className={`flex min-h-dvh flex-col overflow-hidden bg-paper text-ink text-lg [color-scheme:dark] ${isAwake ? '' : 'cursor-none'} ${wallAlarms[phase]?.frame ?? ''}`}
    >
      <WallHeader isAwake={isAwake} />
      <WallColumns turns={turns} />
    </div>
  )
}

/** Escape leaves the wall; so does leaving the full screen, where the browser keeps Escape to itself. */
function useLeaveWall(): void {
  useEffect(() => {
    const events = new AbortController()
    const { signal } = events
    const leaveOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') leaveWall()
    }
    const leaveWithFullScreen = () => {
      if (document.fullscreenElement === null && !document.hidden) leaveWall()
    }
    window.addEventListener('keydown', leaveOnEscape, { signal })
    document.addEventListener('fullscreenchange', leaveWithFullScreen, { signal })
    return () => {
      events.abort()
      if (document.fullscreenElement && !isWall()) document.exitFullscreen().catch(() => undefined)
    }
  }, [])
}

/** How long (ms) the wall minds the person who moved the pointer or pressed a key. */
const ACTIVE_MS = 8_000

/** True while somebody is at the wall: for a while after the pointer or a key, and as long as its control has focus. */
export function useUserActivity(): boolean {
  const [isTouched, setIsTouched] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  useEffect(() => {
    const events = new AbortController()
    const { signal } = events
    let timer: ReturnType<typeof setTimeout> | undefined
    function touch() {
      setIsTouched(true)
      clearTimeout(timer)
      timer = setTimeout(() => setIsTouched(false), ACTIVE_MS)
    }
    // A pointer at rest seems to move whenever something else comes to lie under it.
    let at = ''
    function onMove({ screenX, screenY }: PointerEvent) {
      const before = at
      at = `${screenX} ${screenY}`
      if (before !== '' && before !== at) touch()
    }
    window.addEventListener('pointermove', onMove, { signal })
    for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, touch, { signal })
    window.addEventListener('focusin', () => setIsFocused(true), { signal })
    window.addEventListener('focusout', () => setIsFocused(false), { signal })
    return () => {
      events.abort()
      clearTimeout(timer)
    }
  }, [])
  return isTouched || isFocused
}

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
