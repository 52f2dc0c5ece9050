import { useEffect } from 'react'
import { useBoard, usePreferences } from '../board/board-context.ts'
import { dueForArchive } from '../rentals/archive.ts'

/** The rule counts in days: once an hour (ms) is often enough. */
const LOOK_MS = 3_600_000

/** Puts finished rentals away once the time is over that the user set. */
export function AutoArchive() {
  const { model, tracked, now } = useBoard()
  const days = usePreferences(state => state.archiveAfterDays)
  useEffect(() => {
    if (days === 0) return
    function archive() {
      const { rentals } = tracked.state.getState()
      const due = dueForArchive(model.state.getState().summaries, rentals, days, now())
      if (due.length > 0) tracked.editAll(due, () => ({ archived: true }))
    }
    archive()
    const timer = setInterval(archive, LOOK_MS)
    return () => clearInterval(timer)
  }, [days, model, tracked, now])
  return null
}
