import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RentalCache } from '../polling/rental-query.ts'
import { type Summaries, type Summary, sameSummary, summarise } from './summary.ts'
import { currentSince } from './timeline.ts'
import type { TrackedState } from './tracked-store.ts'

export type BoardState = { readonly summaries: Summaries }

export type BoardModel = { readonly state: StoreApi<BoardState>; stop: () => void }

type BoardSources = {
  rentalCache: RentalCache
  tracked: StoreApi<TrackedState>
  /** Runs the work once, soon, so that many replies make one update. */
  schedule: (work: () => void) => void
}

/** Recomputes only the rentals that changed; a change that shows nowhere makes no update. */
export function createBoardModel({ rentalCache, tracked, schedule }: BoardSources): BoardModel {
  const dirty = new Set<string>()
  let isScheduled = false

  function read(token: string): Summary {
    const since = currentSince(rentalCache.history(token) ?? [])
    const reply = rentalCache.reply(token)
    return summarise(token, reply?.rental, rentalCache.error(token), since, reply?.isStale)
  }

  function readList(before?: Summaries): BoardState {
    const tokens = [...tracked.getState().rentals.keys()]
    return { summaries: new Map(tokens.map(token => [token, before?.get(token) ?? read(token)])) }
  }

  const state = createStore<BoardState>(() => readList())

  function flush() {
    isScheduled = false
    const before = state.getState().summaries
    const changed = [...dirty].flatMap(token => {
      const old = before.get(token)
      const summary = old && read(token)
      return summary && !sameSummary(old, summary) ? summary : []
    })
    dirty.clear()
    if (changed.length === 0) return
    const summaries = new Map(before)
    for (const summary of changed) summaries.set(summary.token, summary)
    state.setState({ summaries })
  }

  const unsubscribeCache = rentalCache.subscribe(token => {
    dirty.add(token)
    if (isScheduled) return
    isScheduled = true
    schedule(flush)
  })
  const unsubscribeList = tracked.subscribe((list, old) => {
    if (list.rentals === old.rentals) return
    state.setState(({ summaries }) => readList(summaries))
  })

  return {
    state,
    stop() {
      unsubscribeCache()
      unsubscribeList()
    },
  }
}
