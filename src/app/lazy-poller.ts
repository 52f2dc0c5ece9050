import { createStore } from 'zustand/vanilla'
import type { PollSettings, PollStatus } from '../polling/poll-status.ts'
import type { Poller } from '../polling/poller.ts'

/** Milliseconds until the code of the polling is asked for again. */
const RETRY_MS = 10_000

/**
 * A poller whose code is loaded meanwhile, however often that takes: it says that the board opens, and does what it is
 * asked for once the real one is there.
 * @param load loads the code; what it resolves to starts the real one
 * @param historyOf what is known of a rental's past, also before
 */
export function createLazyPoller(
  load: () => Promise<() => Poller>,
  settings: PollSettings,
  historyOf: Poller['history']['get'],
): Poller {
  const status = createStore<PollStatus>(() => opening(settings))
  const listeners = new Set<() => void>()
  let asked: ((poller: Poller) => void)[] = []
  let tracked: readonly string[] = []
  let isHidden = false
  let poller: Poller | undefined
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function ask(act: (poller: Poller) => void) {
    if (poller) act(poller)
    else asked.push(act)
  }

  function subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  async function open() {
    const start = await load().catch(() => undefined)
    if (isStopped) return
    if (start === undefined) {
      status.setState({ phase: 'lost' })
      timer = setTimeout(open, RETRY_MS)
      return
    }
    poller = start()
    poller.setHidden(isHidden)
    poller.track(tracked)
    for (const act of asked) act(poller)
    asked = []
    status.setState(poller.status.getState(), true)
    poller.status.subscribe(latest => status.setState(latest, true))
    poller.checks.subscribe(() => {
      for (const listener of listeners) listener()
    })
  }

  void open()
  return {
    status,
    checks: { get: token => poller?.checks.get(token), subscribe },
    history: { get: historyOf, subscribe },
    track(tokens) {
      tracked = [...tokens]
      if (poller) poller.track(tracked)
      else status.setState({ tracked: tracked.length })
    },
    refresh: (...tokens) => ask(poller => poller.refresh(...tokens)),
    refreshAll: () => ask(poller => poller.refreshAll()),
    retry: () => ask(poller => poller.retry()),
    // The real one starts with the settings of its own time.
    setSettings: change => poller?.setSettings(change),
    setHidden(hidden) {
      isHidden = hidden
      poller?.setHidden(hidden)
    },
    onResume: () => poller?.onResume(),
    stop() {
      isStopped = true
      clearTimeout(timer)
      poller?.stop()
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
