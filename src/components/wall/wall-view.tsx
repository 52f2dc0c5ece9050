import { useStore } from 'zustand'
import { useBoard } from '../board-context.ts'
import { useAutoPaging } from './use-auto-paging.ts'
import { useLeaveWall } from './use-leave-wall.ts'
import { useUserActivity } from './use-user-activity.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { wallAlarms } from './wall-alarm.ts'
import { WallColumns } from './wall-columns.tsx'
import { WallHeader } from './wall-header.tsx'

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
