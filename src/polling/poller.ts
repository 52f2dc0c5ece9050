import type { QueryClient } from '@tanstack/react-query'
import type { StoreApi } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import type { Clock } from '../lib/clock.ts'
import type { Check } from './check.ts'
import { type IntervalContext, isActive, requestDemand, slowdownFactor } from './check-interval.ts'
import type { CheckStorage } from './check-storage.ts'
import { type CheckResult, retry } from './circuit-breaker.ts'
import { describeChecks, describePolling } from './describe-polling.ts'
import { allowedAt, type NextCheck, nextCheck, type PollContext } from './next-check.ts'
import { changeSettings, readSettings } from './poll-settings.ts'
import type { CheckInfo, ObservableMap, PollSettings, PollStatus } from './poll-status.ts'
import { capacity, consume } from './rate-limiter.ts'
import { type RentalSource, rentalQuery } from './rental-query.ts'
import { createRequests } from './requests.ts'
import { newService, recordCheck } from './service-state.ts'
import { createStatusStore } from './status-store.ts'
import type { TabListeners, Tabs } from './tab-channel.ts'
import { createTabSync } from './tab-sync.ts'
import { createTrackedRentals, type TrackedRental } from './tracked-rentals.ts'

export type PollerOptions = {
  /** The record of all checks. */
  readonly queryClient: QueryClient
  /** Checks that were read from the storage already; taken out with the first list that is tracked. */
  readonly stored?: Map<string, Check>
  readonly source: RentalSource
  /** Must never run backwards: `src/lib/clock.ts`. */
  readonly clock: Clock
  /** Remembered settings; what is missing or out of bounds is corrected. */
  readonly settings?: Partial<PollSettings>
  /** Draws from 0 to 1. */
  readonly random?: () => number
  /** `tabsOf(…)`; absent, or refused by the browser, this tab polls for itself. */
  readonly tabs?: ((listeners: TabListeners) => Tabs) | undefined
  readonly storage?: CheckStorage | undefined
}

/** Keeps the checks of all tracked rentals fresh in the query cache. */
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
  /** A tab that comes on screen takes the lead. */
  setHidden(hidden: boolean): void
  /** To be called on `visibilitychange`, `pageshow`, `resume`, `focus` and `online`: what is overdue is swept now. */
  onResume(): void
  stop(): void
  readonly status: StoreApi<PollStatus>
  readonly checks: ObservableMap<CheckInfo>
}

const MAX_TIMER_MS = 60_000
const MINUTE_MS = 60_000
/** How often (ms) the count of the last minute's requests is brought up to date when nothing else happens. */
const RECOUNT_INTERVAL_MS = 5_000

/** Starts to poll what `track` names and to listen to the other tabs; `stop` ends all of it. */
export function createPoller({ random = Math.random, ...options }: PollerOptions): Poller {
  const { queryClient, source, clock, storage, stored } = options
  const { rentals, sync, evictRemoved, abortAll } = createTrackedRentals(queryClient, storage, stored)
  const requests = createRequests({ queryClient, source, clock, random, onResult, onEnd })
  let settings = readSettings(options.settings ?? {})
  let service = newService(clock())
  let sent: number[] = []
  let next: NextCheck | undefined
  let intervals: IntervalContext | undefined
  /** What is counted over all rentals, and only again when it may have changed. */
  let counts: { all: readonly TrackedRental[]; demand: number; active: number } | undefined
  let resumedAt: number | undefined
  let isHidden = false
  let isStopped = false
  let wantsRetry = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const tabs = createTabSync(options.tabs, {
    rentals,
    service: () => service,
    isHidden: () => isHidden,
    show(token, check) {
      queryClient.setQueryData(rentalQuery(token).queryKey, check)
      counts = undefined
    },
    adopt(told, startedAt) {
      service = told
      if (startedAt !== undefined) noteSent(startedAt)
    },
    onLead(leading) {
      if (leading && wantsRetry) goOn()
      else step()
    },
    step,
  })
  const page = createStatusStore(readStatus)

  function context(): PollContext {
    const { circuit, bucket, latency } = service
    const { all, demand } = count()
    const slowdown = slowdownFactor(demand, capacity(settings.rate, latency))
    const current = { settings, hidden: isHidden, slowdown, recoveredAt: circuit.recoveredAt }
    // Due times are worked out anew where this is another object.
    if (intervals === undefined || !shallow(intervals, current)) intervals = current
    return {
      now: clock(),
      intervals,
      rentals: all,
      circuit,
      bucket,
      inFlight: requests.count(),
      lastSentAt: sent.at(-1),
      resumedAt,
    }
  }

  function count() {
    if (counts) return counts
    const all = [...rentals.values()]
    const checks = all.map(({ check }) => check)
    const demand = requestDemand(checks, { settings, hidden: isHidden })
    counts = { all, demand, active: checks.filter(isActive).length }
    return counts
  }

  function readStatus(): PollStatus {
    const current = context()
    const requestsLastMinute = sent.filter(at => at > current.now - MINUTE_MS).length
    const { active } = count()
    return describePolling(current, {
      ...service,
      leading: tabs.isLeading(),
      requestsLastMinute,
      next,
      active,
    })
  }

  /** Sends what is due, waits for the next, and tells the page: every event ends here. */
  function step() {
    if (isStopped) return
    evictRemoved(clock())
    requests.expire(clock())
    const wakesAt = sendDue()
    const now = clock()
    const patience = sent.some(at => at > now - MINUTE_MS) ? RECOUNT_INTERVAL_MS : MAX_TIMER_MS
    clearTimeout(timer)
    timer = setTimeout(step, Math.min(patience, Math.max(0, wakesAt - now)))
    page.changed()
  }

  /** Sends what may go now; returns when (ms) to look again, unless something happens before. */
  function sendDue(): number {
    for (;;) {
      const current = context()
      next = nextCheck(current)
      const rental = next && rentals.get(next.token)
      if (next === undefined || rental === undefined || !tabs.isLeading()) return Number.POSITIVE_INFINITY
      const at = Math.max(next.at, allowedAt(current))
      if (at > current.now) return at
      service = { ...service, bucket: consume(service.bucket, settings.rate, current.now) }
      noteSent(current.now)
      requests.send(rental, current.now)
    }
  }

  function noteSent(at: number) {
    sent = [...sent.filter(earlier => earlier > at - MINUTE_MS), at]
  }

  function onResult(token: string, result: CheckResult) {
    service = recordCheck(service, token, result)
  }

  function onEnd(rental: TrackedRental, before: Check | undefined, startedAt: number) {
    if (isStopped) return
    const { token, check } = rental
    if (rentals.get(token) === rental) {
      const isChecked = check !== before
      if (statusOf(check) !== statusOf(before) || check?.fault !== before?.fault) counts = undefined
      if (check && isChecked && check.fault === undefined) storage?.save(token, check)
      tabs.report(isChecked ? [rental] : [], startedAt)
    }
    step()
  }

  /** Only this tab may know the new key, so it takes the lead. */
  function goOn() {
    wantsRetry = !tabs.isLeading()
    if (wantsRetry) return tabs.takeLead()
    service = { ...service, circuit: retry(service.circuit, clock()) }
    tabs.report([])
    step()
  }

  /** Who asks for a check while the account is refused wants to go on. */
  function ask(tokens: Iterable<string>) {
    const now = clock()
    for (const token of tokens) rentals.get(token)?.ask(now)
    if (service.circuit.accountError !== undefined) return goOn()
    tabs.takeLead()
    step()
  }

  step()
  return {
    status: page.status,
    checks: {
      get(token) {
        const rental = rentals.get(token)
        if (rental === undefined) return undefined
        const info = describeChecks(rental, context())
        if (rental.info === undefined || !shallow(rental.info, info)) rental.info = info
        return rental.info
      },
      subscribe: page.subscribe,
    },
    track(tokens) {
      const added = sync(new Set(tokens), clock())
      counts = undefined
      const { lastReplyAt = 0 } = service
      const latest = Math.max(lastReplyAt, ...added.map(({ check }) => check?.checkedAt ?? 0))
      if (latest > lastReplyAt) service = { ...service, lastReplyAt: latest }
      if (added.length > 0 && !tabs.isLeading()) tabs.sayHello(added)
      step()
    },
    refresh: (...tokens) => ask(tokens),
    refreshAll: () => ask(rentals.keys()),
    retry: goOn,
    setSettings(change) {
      settings = changeSettings(settings, change)
      counts = undefined
      step()
    },
    setHidden(hidden) {
      isHidden = hidden
      counts = undefined
      if (hidden) tabs.sayHidden()
      else tabs.takeLead()
      step()
    },
    onResume() {
      resumedAt = clock()
      step()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      abortAll()
      tabs.stop()
    },
  }
}

function statusOf(check: Check | undefined) {
  return check?.reply?.rental.status
}
