import type { QueryClient } from '@tanstack/react-query'
import type { StoreApi } from 'zustand/vanilla'
import type { Clock } from '../lib/clock.ts'
import { findingOf, isAboutBoard } from './finding.ts'
import type { History } from './history.ts'
import { createLedger, type Settlement } from './ledger.ts'
import { stretchOf } from './poll-interval.ts'
import { changeSettings, readSettings } from './poll-settings.ts'
import type { ByToken, CheckInfo, PollSettings, PollStatus } from './poll-status.ts'
import { createPublisher } from './publisher.ts'
import { createRentalMemory } from './rental-memory.ts'
import type { RentalSource } from './rental-query.ts'
import { createRequests, type Ending, type FailedEnding } from './requests.ts'
import { createRoster } from './roster.ts'
import { decide, type World } from './scheduler.ts'
import type { SeenStore } from './seen-store.ts'
import { readSettlement, readSnapshot, writeSettlement, writeSnapshot } from './tab-reports.ts'
import type { SharedMessage, TabListeners, Tabs } from './tabs.ts'

export type PollerOptions = {
  readonly queryClient: QueryClient
  readonly source: RentalSource
  /** Must never run backwards: `src/lib/clock.ts`. */
  readonly clock: Clock
  /** Remembered settings; what is missing or out of bounds is corrected. */
  readonly settings?: Partial<PollSettings>
  /** Draws from 0 to 1. */
  readonly random?: () => number
  /** `tabsOf(…)`; absent, this tab polls for itself. */
  readonly tabs?: ((listeners: TabListeners) => Tabs) | undefined
  readonly seen?: SeenStore | undefined
}

/** Keeps the replies of all followed rentals fresh in the query cache. */
export type Poller = {
  /** The whole list of rentals to follow, in order. Those left out are forgotten and their requests aborted. */
  follow(tokens: Iterable<string>): void
  /** Checks one rental as soon as the budget allows, before all others. */
  checkNow(token: string): void
  /** Checks every rental once, also the finished ones. */
  checkAll(): void
  /** Goes on after an account error: the user asked, or the key changed. */
  retry(): void
  setSettings(change: Partial<PollSettings>): void
  setHidden(hidden: boolean): void
  /** To be called on `visibilitychange`, `pageshow`, `resume`, `focus` and `online`: what is overdue is swept now. */
  wake(): void
  stop(): void
  readonly status: StoreApi<PollStatus>
  readonly checks: ByToken<CheckInfo>
  readonly history: ByToken<History>
}

const HEARTBEAT = 60_000
/** How often (ms) the count of the last minute's requests is brought up to date when nothing else happens. */
const RECOUNT = 5_000

/** Starts to poll what `follow` names and to listen to the other tabs; `stop` ends all of it. */
export function createPoller({ queryClient, source, clock, seen, ...options }: PollerOptions): Poller {
  const { random = Math.random } = options
  const ledger = createLedger(clock())
  const memory = createRentalMemory(queryClient, seen)
  const requests = createRequests(queryClient, source, end)
  const want = createRoster(ledger, memory, requests, token => publisher.forget(token))
  let settings = readSettings(options.settings ?? {})
  let followed: readonly string[] = []
  let isHidden = false
  let isStopped = false
  let stretch: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const tabs = options.tabs?.({ onLead, onMessage, onPeers: sync, onNewcomer, tokens })
  const facts = () => ledger.facts(clock())
  const publisher = createPublisher(world, facts)

  function isLeading(): boolean {
    return tabs?.isLeading() ?? true
  }

  function world(): World {
    const rules = { settings, hidden: isHidden && !tabs?.isAnotherVisible() }
    stretch ??= stretchOf(ledger.records.values(), rules)
    return { now: clock(), leading: isLeading(), records: ledger.records, rules, stretch, ...facts() }
  }

  /** Sends what is due, waits for the next, and tells the page: every event ends here. */
  function step() {
    if (isStopped) return
    stretch = undefined
    for (const ending of requests.expire(clock())) giveUp(ending)
    memory.tidy(clock())
    let decision = decide(world())
    while (decision.kind === 'poll') {
      send(decision.token)
      decision = decide(world())
    }
    const untilDue = (decision.until ?? Number.POSITIVE_INFINITY) - clock()
    const patience = facts().requestsLastMinute > 0 ? RECOUNT : HEARTBEAT
    clearTimeout(timer)
    timer = setTimeout(step, Math.min(patience, Math.max(0, untilDue)))
    publisher.changed()
  }

  function send(token: string) {
    const at = clock()
    ledger.send(token, at, settings.rate)
    tabs?.send({ kind: 'sent', token, at })
    requests.send(token, at)
  }

  function end(ending: Ending) {
    conclude(ending)
    step()
  }

  function giveUp(ending: FailedEnding) {
    memory.fail(ending.token, ending.error)
    conclude(ending)
  }

  function conclude(ending: Ending) {
    const settlement = { ...ending, at: clock(), luck: random() }
    record(settlement)
    if (settlement.reply && isLeading()) memory.save(settlement.token)
    tabs?.send(writeSettlement(settlement))
  }

  function record(settlement: Settlement) {
    stretch = undefined
    ledger.settle(settlement, settlement.reply && memory.note(settlement.token))
  }

  /** Follows what this tab shows and, if it polls for them, what the other tabs show. */
  function sync() {
    const elsewhere = isLeading() ? (tabs?.tokensElsewhere() ?? []) : []
    want(new Set([...followed, ...elsewhere]), clock())
    step()
  }

  function ask(tokens: readonly string[]) {
    if (facts().health.blockedBy !== undefined) ledger.retry(clock())
    ledger.ask(tokens, clock())
    step()
  }

  function onLead(leading: boolean) {
    if (leading) ledger.disown()
    sync()
  }

  function onMessage(message: SharedMessage) {
    switch (message.kind) {
      case 'ask':
        return ask(message.tokens)
      case 'retry':
        return goOn()
      case 'settings':
        return change(message.settings)
      case 'sent':
        if (!isLeading()) ledger.send(message.token, message.at, settings.rate)
        break
      case 'settled':
        show(readSettlement(message))
        break
      case 'snapshot':
        if (message.to === tabs?.id) ledger.adopt(readSnapshot(message, isFollowed, memory))
    }
    step()
  }

  function show(settlement: Settlement) {
    const { token, reply, error } = settlement
    if (isFollowed(token) && reply) memory.show(token, reply)
    if (isFollowed(token) && error && !isAboutBoard(findingOf(error))) memory.fail(token, error)
    record(settlement)
  }

  function onNewcomer(id: string, lacking: readonly string[]) {
    tabs?.send(writeSnapshot(id, ledger.snapshot(), lacking, memory))
  }

  function tokens() {
    return { tokens: [...followed], lacking: followed.filter(token => memory.shown(token) === undefined) }
  }

  function isFollowed(token: string): boolean {
    return ledger.records.has(token)
  }

  function change(wanted: Partial<PollSettings>) {
    settings = changeSettings(settings, wanted)
    step()
  }

  function goOn() {
    ledger.retry(clock())
    step()
  }

  function askAll(tokens: readonly string[]) {
    tabs?.send({ kind: 'ask', tokens: [...tokens] })
    ask(tokens)
  }

  sync()
  return {
    status: publisher.status,
    checks: publisher.checks,
    history: { get: memory.history, subscribe: publisher.subscribe },
    follow(tokens) {
      followed = [...tokens]
      sync()
      tabs?.announce()
    },
    checkNow: token => askAll([token]),
    checkAll: () => askAll([...ledger.records.keys()]),
    retry() {
      tabs?.send({ kind: 'retry' })
      goOn()
    },
    setSettings(wanted) {
      change(wanted)
      tabs?.send({ kind: 'settings', settings })
    },
    setHidden(hidden) {
      isHidden = hidden
      tabs?.setVisible(!hidden)
      step()
    },
    wake() {
      ledger.wake(clock())
      step()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      requests.dropAll()
      tabs?.stop()
    },
  }
}
