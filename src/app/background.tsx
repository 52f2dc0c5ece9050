import { useEffect, useEffectEvent } from 'react'
import { hasTeamList } from '../api/team-list.ts'
import { type Board, useBoard, usePreferences } from '../board/board-context.ts'
import { useRentalName } from '../board/use-rental.ts'
import { Notices } from '../features/notifications/announcer.tsx'
import { Banners } from '../features/notifications/banners.tsx'
import { Toasts } from '../features/notifications/toasts.tsx'
import { TeamBanners } from '../features/team/team-banners.tsx'
import { teamWords } from '../features/team/words.ts'
import { useWords } from '../i18n/i18n.ts'
import { dueForArchive } from '../rentals/archive.ts'
import { entryTokens, TEAM_PREFIX } from '../storage.ts'
import { nameIn } from '../team/person.ts'
import type { Overwritten } from '../team/team.ts'

/** What a board does beside what it shows, in the page as on a wall. */
export function Background() {
  return (
    <>
      <Notices />
      <TeamSession />
    </>
  )
}

/** What the board says as a whole, and does by rule, where somebody sits before it. */
export function PageBackground() {
  return (
    <>
      <AutoArchive />
      <Banners />
      <TeamBanners />
    </>
  )
}

/** What comes and goes, last in the page. */
export function PageMessages() {
  return (
    <>
      <Toasts />
      <Background />
    </>
  )
}

/** The rule counts in days: once an hour (ms) is often enough. */
const ARCHIVE_LOOK_MS = 3_600_000

/** Puts finished rentals away once the time is over that the user set. */
function AutoArchive() {
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
    const timer = setInterval(archive, ARCHIVE_LOOK_MS)
    return () => clearInterval(timer)
  }, [days, model, tracked, now])
  return null
}

/** Milliseconds until a server that did not say whether it has a team's list is asked again. */
const TEAM_RETRY_MS = 10_000

/** Binds the board to the team's list where the operator switched it on; elsewhere nothing of it loads. */
export function TeamSession() {
  const board = useBoard()
  const w = useWords(teamWords)
  const nameOf = useRentalName()

  const tell = useEffectEvent(({ token, field, by, undo }: Overwritten) => {
    const text = w.overwritten[field](nameIn(by) || w.somebody, nameOf(token))
    board.toasts.getState().show({ text, action: { label: w.putBack, run: undo } })
  })

  useEffect(() => {
    if (board.isDemo) return
    const closed = new AbortController()
    void open(board, closed.signal, change => tell(change)).catch(() => undefined)
    return () => closed.abort()
  }, [board])
  return null
}

async function open(board: Board, closed: AbortSignal, onOverwritten: (change: Overwritten) => void) {
  if (!(await isOn(board, closed))) return
  const { createTeam } = await import('../team/team.ts')
  const team = await createTeam({ ...board, onOverwritten })
  if (closed.aborted) return team.stop()
  board.team.setState({ team })
  closed.addEventListener('abort', () => {
    team.stop()
    board.team.setState({ team: undefined })
  })
}

/** A browser that knows the list takes it to be there still while the server does not answer. */
async function isOn({ storage }: Board, closed: AbortSignal): Promise<boolean> {
  for (;;) {
    const said = await hasTeamList()
    if (closed.aborted) return false
    if (said !== undefined) return said
    if (entryTokens(TEAM_PREFIX, storage).length > 0) return true
    await new Promise(resolve => setTimeout(resolve, TEAM_RETRY_MS))
    if (closed.aborted) return false
  }
}
