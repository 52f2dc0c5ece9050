import { createStore } from 'zustand/vanilla'
import { breathe } from '../lib/breathe.ts'
import type { CheckInfo, PollSettings, PollStatus } from './poll-status.ts'
import type { Poller } from './poller.ts'
import type { RentalCache } from './rental-cache.ts'

/** A poller that is there before the code of the polling is. */
export type LatePoller = Poller & {
  /** Hands over to the real one, which follows what is to be tracked, many in turns, and does what was asked for. */
  arrive(poller: Poller): Promise<void>
  /** Says that the code of the polling could not be loaded: nothing is checked. */
  fail(): void
}

/** How many rentals begin to be tracked before the page may draw and answer. */
const OPENING_BATCH = 250

/** Stands in for the poller while its code is loaded: keeps what is asked, and says that the board opens. */
export function createLatePoller(settings: PollSettings, history: RentalCache['history']): LatePoller {
  const status = createStore<PollStatus>(() => opening(settings))
  const listeners = new Set<() => void>()
  let asked: ((poller: Poller) => void)[] = []
  let tracked: readonly string[] = []
  let isHidden = false
  let arrived: Poller | undefined

  function ask(act: (poller: Poller) => void) {
    if (arrived) act(arrived)
    else asked.push(act)
  }

  function subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  return {
    status,
    checks: { get: (token: string): CheckInfo | undefined => arrived?.checks.get(token), subscribe },
    history: { get: history, subscribe },
    track(tokens) {
      tracked = [...tokens]
      if (arrived) arrived.track(tracked)
      else status.setState({ tracked: tracked.length })
    },
    refresh: (...tokens) => ask(poller => poller.refresh(...tokens)),
    refreshAll: () => ask(poller => poller.refreshAll()),
    retry: () => ask(poller => poller.retry()),
    // The real one begins with the settings of its own time.
    setSettings: change => arrived?.setSettings(change),
    setHidden(hidden) {
      isHidden = hidden
      arrived?.setHidden(hidden)
    },
    onResume: () => arrived?.onResume(),
    stop: () => arrived?.stop(),
    async arrive(poller) {
      for (let count = OPENING_BATCH; count < tracked.length; count += OPENING_BATCH) {
        poller.track(tracked.slice(0, count), { isPart: true })
        await breathe()
      }
      arrived = poller
      if (isHidden) poller.setHidden(isHidden)
      poller.track(tracked)
      for (const act of asked) act(poller)
      asked = []
      status.setState(poller.status.getState(), true)
      poller.status.subscribe(latest => status.setState(latest, true))
      poller.checks.subscribe(() => {
        for (const listener of listeners) listener()
      })
    },
    fail() {
      if (!arrived) status.setState({ phase: 'lost' })
    },
  }
}

function opening({ paused, rate }: PollSettings): PollStatus {
  return {
    phase: 'opening',
    paused,
    leading: true,
    until: undefined,
    code: undefined,
    tracked: 0,
    active: 0,
    inFlight: 0,
    requestsLastMinute: 0,
    rate,
    nextCheckAt: undefined,
    lastReplyAt: undefined,
    lastError: undefined,
    slowedInterval: undefined,
  }
}
