import { createStore, type StoreApi } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import { type UsualTimes, usualIfLate, usualTimes } from './lateness.ts'
import type { RentalCache } from './rental-cache.ts'
import { states } from './status.ts'
import { type Summaries, type Summary, sameSummary, summarise } from './summary.ts'
import { currentSince } from './timeline.ts'
import type { TrackedState } from './tracked-store.ts'

export type BoardState = {
  /** Of the rentals in the list. */
  readonly summaries: Summaries
  /** Of those that the user put away: they stand in the costs, and a search finds them. */
  readonly archived: Summaries
}

export type BoardModel = { readonly state: StoreApi<BoardState>; stop: () => void }

type BoardSources = {
  rentalCache: RentalCache
  tracked: StoreApi<TrackedState>
  /** Runs the work once, soon, so that many replies make one update. */
  schedule: (work: () => void) => void
}

/** Undefined once the rental is no longer tracked. */
export function summaryOf({ summaries, archived }: BoardState, token: string): Summary | undefined {
  return summaries.get(token) ?? archived.get(token)
}

/** Recomputes only the rentals that changed; a change that shows nowhere makes no update. */
export function createBoardModel({ rentalCache, tracked, schedule }: BoardSources): BoardModel {
  const dirty = new Set<string>()
  let isScheduled = false
  let usual = readUsual()

  function readUsual(): UsualTimes {
    return usualTimes([...tracked.getState().rentals.keys()].map(historyOf))
  }

  function historyOf(token: string) {
    return rentalCache.history(token) ?? []
  }

  function read(token: string): Summary {
    const history = historyOf(token)
    const reply = rentalCache.reply(token)
    const [since, usualMs] = [currentSince(history), usualIfLate(history, usual)]
    return summarise(token, reply?.rental, rentalCache.error(token), since, reply?.isStale, usualMs)
  }

  function readList(before?: BoardState): BoardState {
    const [summaries, archived] = [new Map<string, Summary>(), new Map<string, Summary>()]
    for (const { token, archived: isArchived } of tracked.getState().rentals.values()) {
      const summary = (before && summaryOf(before, token)) ?? read(token)
      if (isArchived) archived.set(token, summary)
      else summaries.set(token, summary)
    }
    return { summaries, archived }
  }

  const state = createStore<BoardState>(() => readList())

  /** What is usual follows from the ends of statuses; with it, others are late or no longer. */
  function updateUsual() {
    const before = usual
    usual = readUsual()
    if (shallow(before, usual)) return
    for (const summary of state.getState().summaries.values()) {
      if (states[summary.state].group === 'underway') dirty.add(summary.token)
    }
  }

  function flush() {
    isScheduled = false
    const before = state.getState()
    const statusOf = (token: string) => rentalCache.reply(token)?.rental.status
    if ([...dirty].some(token => statusOf(token) !== summaryOf(before, token)?.rental?.status)) updateUsual()
    const changed = [...dirty].flatMap(token => {
      const old = summaryOf(before, token)
      const summary = old && read(token)
      return summary && !sameSummary(old, summary) ? summary : []
    })
    dirty.clear()
    if (changed.length === 0) return
    state.setState({
      summaries: updated(before.summaries, changed),
      archived: updated(before.archived, changed),
    })
  }

  const unsubscribeCache = rentalCache.subscribe(token => {
    dirty.add(token)
    if (isScheduled) return
    isScheduled = true
    schedule(flush)
  })
  const unsubscribeList = tracked.subscribe((list, old) => {
    if (list.rentals === old.rentals) return
    state.setState(before => readList(before))
  })

  return {
    state,
    stop() {
      unsubscribeCache()
      unsubscribeList()
    },
  }
}

/** The same map where none of the changed ones is in it. */
function updated(summaries: Summaries, changed: readonly Summary[]): Summaries {
  const own = changed.filter(({ token }) => summaries.has(token))
  return own.length === 0
    ? summaries
    : new Map([...summaries, ...own.map(summary => [summary.token, summary] as const)])
}
