import { useEffect, useState } from 'react'
import { usePollStatus } from '../../board/board-context.ts'
import { leaveWall } from '../../board/leave-wall.ts'
import { isWall } from '../../board/routes.ts'
import { useAutoPaging, WallColumns } from './wall-columns.tsx'
import { WallHeader } from './wall-header.tsx'
import { wallAlarms } from './wall-poll-status.tsx'

/** Sized by the screen: `styles/main.css` derives one rem from its width. No page turns while the user is active. */
export function WallView() {
  const phase = usePollStatus(status => status.phase)
  const isAwake = useUserActivity()
  const turns = useAutoPaging(isAwake)
  useWakeLock()
  useLeaveWall()
  return (
    <div
      data-view="wall"
      className={`flex min-h-dvh flex-col overflow-hidden bg-paper text-ink text-lg ${isAwake ? '' : 'cursor-none'} ${wallAlarms[phase]?.frame ?? ''}`}
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

const ACTIVE_MS = 8_000

/** True for a while after the pointer moved or a key was pressed, and while a control has the focus. */
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
    // A resting pointer seems to move whenever another element comes to lie under it.
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

export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isOver = false

    // The browser releases the lock whenever it hides the page; on plain http it has none to give.
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
