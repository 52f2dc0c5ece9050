import type { QueryClient } from '@tanstack/react-query'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RentalReply } from '../api/rental.ts'
import { rentalKey } from '../polling/rental-query.ts'
import type { TrackedState } from '../tokens/tracked-store.ts'
import { type Summary, sameSummary, summarise } from './summary.ts'

/** Every followed rental, in the order of the list; a new map whenever one of them changes. */
export type BoardState = { readonly summaries: ReadonlyMap<string, Summary> }

export type BoardModel = { readonly state: StoreApi<BoardState>; stop: () => void }

export type BoardSources = {
  queryClient: QueryClient
  tracked: StoreApi<TrackedState>
  /** When the present state of a rental was first seen: milliseconds since 1970. */
  sinceOf: (token: string) => number | undefined
  /** Runs the work once, soon: many replies then make one update. */
  schedule: (work: () => void) => void
}

/**
 * Keeps the sum of the board up to date from the query cache and the list of followed rentals.
 * Only what changed is worked out again, and a change that shows nowhere makes no update.
 */
export function createBoardModel({ queryClient, tracked, sinceOf, schedule }: BoardSources): BoardModel {
  const dirty = new Set<string>()
  let isScheduled = false

  function read(token: string): Summary {
    const query = queryClient.getQueryState<RentalReply>(rentalKey(token))
    return summarise(token, query?.data?.rental, query?.error, sinceOf(token))
  }

  function readAll(): BoardState {
    return { summaries: new Map([...tracked.getState().rentals.keys()].map(token => [token, read(token)])) }
  }

  const state = createStore<BoardState>(readAll)

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

  const forgetCache = queryClient.getQueryCache().subscribe(event => {
    const token: unknown = event.query.queryKey[1]
    if (event.type !== 'updated' || typeof token !== 'string') return
    dirty.add(token)
    if (isScheduled) return
    isScheduled = true
    schedule(flush)
  })
  const forgetList = tracked.subscribe((list, old) => {
    if (list.rentals !== old.rentals) state.setState(readAll())
  })

  return {
    state,
    stop() {
      forgetCache()
      forgetList()
    },
  }
}
