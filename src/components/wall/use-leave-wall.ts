import { useEffect } from 'react'
import { isWall, leaveWall } from './wall-route.ts'

/** Escape leaves the wall; so does leaving the full screen, where the browser keeps Escape to itself. */
export function useLeaveWall(): void {
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
