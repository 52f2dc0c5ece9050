import { createStore } from 'zustand/vanilla'
import { teamFileName } from '../api/team-list.ts'
import type { Clock } from '../lib/clock.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { onceATask } from '../lib/once-a-task.ts'
import type { History } from '../polling/history.ts'
import type { SharedCache } from '../rentals/shared-history.ts'
import { parseTeamRental, type Stamp, type TeamRental } from '../rentals/team-rental.ts'
import type { TrackedRental } from '../rentals/tracked-rental.ts'
import { loadPerson, type Person, savePerson, signatureOf } from './person.ts'
import type { Replica, Unsent } from './replica.ts'
import { newTeamRental } from './team-edits.ts'
import { seenOnClock, withSights } from './team-sights.ts'
import type { TeamProblem } from './team-sync.ts'

/** Differences of the server's clock below this (ms) are the rounding of its seconds, and the way. */
const MIN_CLOCK_STEP_MS = 2_000

export type TeamState = {
  /** All that the team knows, traces of removed rentals included. */
  readonly rentals: ReadonlyMap<string, TeamRental>
  /** Rentals that stay in this browser alone. */
  readonly kept: ReadonlySet<string>
  readonly person: Person
  /** Changes that the server does not have yet. */
  readonly waiting: number
  readonly problem: TeamProblem | undefined
  /** Files of the list that this board cannot read. */
  readonly unreadable: number
  /** The server has told what is in the list since the page opened. */
  readonly isListed: boolean
}

export type TeamCore = ReturnType<typeof createTeamCore>

/** True for a rental that the team's list can hold: the name of its file is not too long. */
export function isShareable(token: string): boolean {
  return teamFileName(token) !== undefined
}

/**
 * The replica with its state for the page, the server's time and who changes it.
 * @param share told of each rental what the team saw first of it
 * @param onChange called when a person changed something that is to be sent
 */
export function createTeamCore(
  replica: Replica,
  storage: Storage | undefined,
  now: Clock,
  share: SharedCache['share'],
  onChange: () => void,
) {
  const { entries, kept } = replica
  /** What the server's clock is ahead of the board's (ms). */
  let clockOffset = 0
  const state = createStore<TeamState>(() => ({
    ...readState(),
    person: loadPerson(storage),
    problem: undefined,
    unreadable: 0,
    isListed: false,
  }))

  function readState() {
    const all = [...entries]
    return {
      rentals: new Map(all.map(([token, { rental }]) => [token, rental])),
      kept: new Set(kept),
      waiting: all.filter(([, { unsent }]) => unsent === 'change').length,
    }
  }

  const publish = onceATask(() => state.setState(readState()))

  const serverNow = () => Math.round(now() + clockOffset)
  const stamp = (): Stamp => ({ at: serverNow(), by: signatureOf(state.getState().person) })

  function showSights(token: string) {
    const rental = entries.get(token)?.rental
    if (rental === undefined) return
    const seen = seenOnClock(rental.seen, clockOffset)
    const complete = memoizeWeak((history: History) => withSights(history, seen))
    share(token, complete)
  }

  /** Puts down what was changed here. */
  function put(rental: TeamRental, unsent: Exclude<Unsent, 'nothing'>) {
    const { token } = rental
    const before = entries.get(token)
    const isChange = unsent === 'change' || before?.unsent === 'change'
    // As every board will read it.
    const written = parseTeamRental(token, rental) ?? rental
    replica.set(token, { ...before, rental: written, unsent: isChange ? 'change' : 'sight' })
    publish()
    if (unsent === 'change') onChange()
  }

  return {
    replica,
    state,
    publish,
    serverNow,
    stamp,
    put,
    showSights,
    clockOffset: () => clockOffset,
    /** Puts down a rental that the team does not know. */
    addNew(own: TrackedRental) {
      const { at, by } = stamp()
      const addedAt = Math.max(0, Math.round(own.addedAt + clockOffset))
      put(newTeamRental(own, { at: addedAt, by }, { at, by }), 'change')
    },
    /** @param serverTime milliseconds since 1970, in whole seconds */
    setServerTime(serverTime: number) {
      const offset = serverTime + 500 - now()
      if (!(Math.abs(offset - clockOffset) > MIN_CLOCK_STEP_MS)) return
      clockOffset = offset
      for (const token of entries.keys()) showSights(token)
    },
    setPersonName(name: string) {
      state.setState({ person: savePerson(storage, { ...state.getState().person, name }) })
    },
    reloadPerson: () => state.setState({ person: loadPerson(storage) }),
  }
}
