import { useEffect, useEffectEvent } from 'react'
import { hasTeamList } from '../api/team-list.ts'
import { type Board, useBoard } from '../board/board-context.ts'
import { useRentalName } from '../board/use-rental.ts'
import { teamWords } from '../features/team/words.ts'
import { useWords } from '../i18n/i18n.ts'
import { entryTokens, TEAM_PREFIX } from '../storage.ts'
import { nameIn } from '../team/person.ts'
import type { Overwritten } from '../team/team.ts'

/** Milliseconds until a server that did not say whether it has a team's list is asked again. */
const RETRY_MS = 10_000

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
    await new Promise(resolve => setTimeout(resolve, RETRY_MS))
    if (closed.aborted) return false
  }
}
