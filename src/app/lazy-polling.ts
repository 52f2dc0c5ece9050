import { createStore } from 'zustand/vanilla'
import type { Check } from '../polling/check.ts'
import type { PollSettings } from '../polling/check-interval.ts'
import type { BoardPoller, PollStatus } from '../rentals/describe-polling.ts'
import type { RentalCache } from '../rentals/rental-cache.ts'

/** Milliseconds until the code of the polling is asked for again. */
const RETRY_MS = 10_000

/** What polls, and what is known of each rental. */
export type Polling = { readonly poller: BoardPoller; readonly rentalCache: RentalCache }

/**
 * A poller whose code is loaded meanwhile, however often that takes: it shows what was stored, says that the board
 * opens, and does what it is asked for once the real one is there.
 * @param load loads the code; what it resolves to starts the real one
 */
export function createLazyPolling(
  load: () => Promise<() => Polling>,
  settings: PollSettings,
  stored: ReadonlyMap<string, Check>,
): Polling {
  const status = createStore<PollStatus>(() => opening(settings))
  const checkListeners = new Set<() => void>()
  const cacheListeners = new Set<(token: string) => void>()
  let asked: ((poller: BoardPoller) => void)[] = []
  let tracked: readonly string[] = []
  let isHidden = false
  let live: Polling | undefined
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function ask(act: (poller: BoardPoller) => void) {
    if (live) act(live.poller)
    else asked.push(act)
  }

  async function open() {
    const start = await load().catch(() => undefined)
    if (isStopped) return
    if (start === undefined) {
      status.setState({ phase: 'lost' })
      timer = setTimeout(open, RETRY_MS)
      return
    }
    live = start()
    const { poller, rentalCache } = live
    poller.track(tracked)
    poller.setHidden(isHidden)
    for (const act of asked) act(poller)
    asked = []
    status.setState(poller.status.getState(), true)
    poller.status.subscribe(latest => status.setState(latest, true))
    poller.checks.subscribe(() => {
      for (const listener of checkListeners) listener()
    })
    rentalCache.subscribe(token => {
      for (const listener of cacheListeners) listener(token)
    })
  }

  void open()
  const standIn: BoardPoller = {
    status,
    checks: { get: token => live?.poller.checks.get(token), subscribe: listen(checkListeners) },
    track(tokens) {
      tracked = [...tokens]
      if (live) live.poller.track(tracked)
      else status.setState({ tracked: tracked.length })
    },
    refresh: (...tokens) => ask(poller => poller.refresh(...tokens)),
    retry: () => ask(poller => poller.retry()),
    onKeyChange: () => live?.poller.onKeyChange(),
    // The real one starts with the settings of its own time.
    setSettings: change => live?.poller.setSettings(change),
    setHidden(hidden) {
      isHidden = hidden
      live?.poller.setHidden(hidden)
    },
    onResume: () => live?.poller.onResume(),
    moveTimes: move => ask(poller => poller.moveTimes(move)),
    stop() {
      isStopped = true
      clearTimeout(timer)
      live?.poller.stop()
    },
  }
  return {
    poller: standIn,
    rentalCache: {
      reply: token => (live ? live.rentalCache.reply(token) : stored.get(token)?.reply),
      error: token => live?.rentalCache.error(token),
      history: token => (live ? live.rentalCache.history(token) : stored.get(token)?.history),
      missing: token => (live ? live.rentalCache.missing(token) : stored.get(token)?.missing),
      subscribe: listen(cacheListeners),
    },
  }
}

/** Adds to the listeners; what it gives back takes out again. */
function listen<Listener>(listeners: Set<Listener>) {
  return (listener: Listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
}

function opening({ paused, rate }: PollSettings): PollStatus {
  return {
    phase: 'opening',
    paused,
    leading: true,
    alone: false,
    until: undefined,
    code: undefined,
    tracked: 0,
    active: 0,
    failed: 0,
    inFlight: 0,
    requestsLastMinute: 0,
    rate,
    nextCheckAt: undefined,
    lastReplyAt: undefined,
    lastError: undefined,
    slowedInterval: undefined,
  }
}
