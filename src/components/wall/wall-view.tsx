import { useStore } from 'zustand'
import { useBoard } from '../board-context.ts'
import { useUserActivity } from './use-awake.ts'
import { useAutoPaging } from './use-turns.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { useLeaveWall } from './use-way-out.ts'
import { wallAlarms } from './wall-alarm.ts'
import { WallHeader } from './wall-band.tsx'
import { WallColumns } from './wall-lanes.tsx'

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
