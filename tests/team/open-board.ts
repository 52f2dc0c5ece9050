import { onTestFinished, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createPreferences } from '../../src/board/preferences.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import type { History } from '../../src/polling/history.ts'
import { shareHistories } from '../../src/rentals/shared-history.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'
import { createTeam, type Overwritten } from '../../src/team/team.ts'
import { liveStatus } from '../polling/live-status.ts'

type BoardOptions = {
  /** Of an earlier visit. */
  storage?: Storage
  /** Rentals of before the team's list. */
  own?: readonly string[]
  /** What its clock is wrong by (ms). */
  clockError?: number
  /** Whether it is the tab of its browser that asks for all. */
  leads?: boolean
}

/** One person's board on the team's list of the tests' network, without a page. */
export async function openBoard({
  storage = memoryStorage(),
  own = [],
  clockError = 0,
  leads = true,
}: BoardOptions = {}) {
  const now = () => Date.now() + clockError
  const tracked = createTrackedStore(storage, now)
  tracked.add(own.map(token => ({ token })))
  const preferences = createPreferences(storage)
  const told: Overwritten[] = []
  const histories = new Map<string, History>()
  const listeners = new Set<(token: string) => void>()
  const rentalCache = shareHistories({
    reply: () => undefined,
    error: () => undefined,
    missing: () => undefined,
    history: token => histories.get(token),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  })
  const status = createStore(() => ({ ...liveStatus, leading: leads }))
  const team = await createTeam({
    tracked,
    preferences,
    storage,
    now,
    poller: { status },
    rentalCache,
    onOverwritten: change => told.push(change),
  })
  onTestFinished(team.stop)
  return {
    storage,
    tracked,
    preferences,
    team,
    told,
    tokens: () => [...tracked.state.getState().rentals.keys()].sort(),
    rental: (token: string) => tracked.state.getState().rentals.get(token),
    history: rentalCache.history,
    lead: (leading: boolean) => status.setState({ leading }),
    /** A check brought this history. */
    see(token: string, history: History) {
      histories.set(token, history)
      for (const listener of listeners) listener(token)
    },
  }
}

/** Lets all boards look at the list, again and again, until the fact holds. */
export function until(fact: () => void): Promise<void> {
  return vi.waitFor(
    () => {
      window.dispatchEvent(new Event('visibilitychange'))
      fact()
    },
    { timeout: 8_000, interval: 60 },
  )
}
