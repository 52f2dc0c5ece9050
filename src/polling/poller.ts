import type { QueryClient } from '@tanstack/react-query'
import type { StoreApi } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import { attempt } from '../lib/attempt.ts'
import type { Clock } from '../lib/clock.ts'
import { createEngine } from './engine.ts'
import { handleMessage } from './handle-message.ts'
import type { History } from './history.ts'
import { changeSettings, readSettings } from './poll-settings.ts'
import type { CheckInfo, ObservableMap, PollSettings, PollStatus } from './poll-status.ts'
import type { RentalSource } from './rental-query.ts'
import type { RentalRecords } from './rental-records.ts'
import { encodeSnapshot } from './tab-reports.ts'
import type { SharedMessage, TabListeners, Tabs } from './tabs.ts'

export type PollerOptions = {
  readonly queryClient: QueryClient
  /** What is in that cache, and what is stored of it. */
  readonly records: RentalRecords
  readonly source: RentalSource
  /** Must never run backwards: `src/lib/clock.ts`. */
  readonly clock: Clock
  /** Remembered settings; what is missing or out of bounds is corrected. */
  readonly settings?: Partial<PollSettings>
  /** Draws from 0 to 1. */
  readonly random?: () => number
  /** `tabsOf(…)`; absent, or refused by the browser, this tab polls for itself. */
  readonly tabs?: ((listeners: TabListeners) => Tabs) | undefined
}

/** Keeps the replies of all tracked rentals fresh in the query cache. */
export type Poller = {
  /** The whole list of rentals to track, in order. Those left out are forgotten and their requests aborted. */
  track(tokens: Iterable<string>): void
  /** Checks these rentals as soon as the budget allows, before all others. */
  refresh(...tokens: string[]): void
  /** Checks every rental once, also the finished ones. */
  refreshAll(): void
  /** Goes on after an account error: the user asked, or the key changed. */
  retry(): void
  setSettings(change: Partial<PollSettings>): void
  setHidden(hidden: boolean): void
  /** To be called on `visibilitychange`, `pageshow`, `resume`, `focus` and `online`: what is overdue is swept now. */
  onResume(): void
  stop(): void
  readonly status: StoreApi<PollStatus>
  readonly checks: ObservableMap<CheckInfo>
  readonly history: ObservableMap<History>
}

/** Starts to poll what `track` names and to listen to the other tabs; `stop` ends all of it. */
export function createPoller({ settings = {}, random = Math.random, ...options }: PollerOptions): Poller {
  const { clock } = options
  let tabs: Tabs | undefined
  let tracked: readonly string[] = []
  let isHidden = false
  let isGoingOn = false
  const engine = createEngine(
    { ...options, settings: readSettings(settings), random },
    {
      isLeading,
      isHidden: () => isHidden && !tabs?.isAnotherVisible(),
      tell: message => tabs?.send(message),
    },
  )
  const { ledger, memory, publisher, step } = engine

  function isLeading(): boolean {
    return tabs?.isLeading() ?? true
  }

  /** Follows what this tab shows and, if it polls for them, what the other tabs show. */
  function sync() {
    const elsewhere = isLeading() ? (tabs?.tokensElsewhere() ?? []) : []
    engine.want(new Set([...tracked, ...elsewhere]))
    step()
  }

  function hear(message: SharedMessage) {
    handleMessage(message, engine, { id: tabs?.id, leading: isLeading() }, clock())
  }

  /** Does here what the user asked for, and has the other tabs do it too. */
  function share(message: SharedMessage) {
    hear(message)
    tabs?.send(message)
  }

  /** Only this tab may know the new key, so it takes the lead. */
  function goOn() {
    if (isLeading()) return share({ kind: 'retry' })
    isGoingOn = true
    tabs?.takeOver()
  }

  /** Who asks for a check while the account is refused wants to go on. */
  function ask(tokens: string[]) {
    if (ledger.facts(clock()).health.blockedBy !== undefined) goOn()
    share({ kind: 'ask', tokens })
  }

  function onLead(leading: boolean) {
    if (leading) ledger.disown(engine.isSending)
    if (leading && isGoingOn) ledger.retry(clock())
    isGoingOn = false
    sync()
  }

  tabs = attempt(() =>
    options.tabs?.({
      onLead,
      onMessage: hear,
      onPeers: sync,
      onInventory: (id, inventory) => tabs?.send(encodeSnapshot(id, ledger.snapshot(), inventory, memory)),
      inventory: () => tracked.map(token => ({ token, at: memory.shown(token)?.at })),
    }),
  )
  step()

  return {
    status: publisher.status,
    checks: publisher.checks,
    history: { get: memory.history, subscribe: publisher.checks.subscribe },
    track(tokens) {
      const wanted = [...new Set(tokens)]
      if (shallow(wanted, tracked)) return
      tracked = wanted
      sync()
      tabs?.announce()
    },
    refresh: (...tokens) => ask(tokens),
    refreshAll: () => ask([...ledger.records.keys()]),
    retry: goOn,
    setSettings: change => share({ kind: 'settings', settings: changeSettings(engine.settings(), change) }),
    setHidden(hidden) {
      isHidden = hidden
      tabs?.setVisible(!hidden)
      step()
    },
    onResume() {
      ledger.wake(clock())
      step()
    },
    stop() {
      engine.stop()
      tabs?.stop()
    },
  }
}
