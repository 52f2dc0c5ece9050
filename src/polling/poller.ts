import { CancelledError, type QueryClient } from '@tanstack/react-query'
import type { StoreApi } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import { TimeoutError } from '../api/errors.ts'
import type { RentalReply } from '../api/rental.ts'
import { attempt } from '../lib/attempt.ts'
import type { Clock } from '../lib/clock.ts'
import { type Check, type Fault, isServiceWide, recordFault, recordReply, toFault } from './check.ts'
import { type IntervalContext, isActive, requestDemand, slowdownFactor } from './check-interval.ts'
import type { CheckStorage } from './check-storage.ts'
import { retry } from './circuit-breaker.ts'
import { describeChecks, describePolling } from './describe-polling.ts'
import { allowedAt, type NextCheck, nextCheck, type PollContext } from './next-check.ts'
import { changeSettings, readSettings } from './poll-settings.ts'
import type { CheckInfo, ObservableMap, PollSettings, PollStatus } from './poll-status.ts'
import { capacity, consume } from './rate-limiter.ts'
import { type RentalSource, rentalQuery } from './rental-query.ts'
import { newService, recordCheck } from './service-state.ts'
import { createStatusStore } from './status-store.ts'
import type { HelloRental, TabListeners, TabMessage, Tabs } from './tab-channel.ts'
import { createTrackedRentals, type OpenRequest, type TrackedRental } from './tracked-rentals.ts'

export type PollerOptions = {
  /** The record of all checks; what is in it already is where the poller goes on from. */
  readonly queryClient: QueryClient
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
/** The source ends every request itself, much sooner; one this old (ms) lost its timer, say to a sleep. */
const REQUEST_LIMIT_MS = 30_000
/** How long (ms) a tab that takes the lead waits to hear what the leading one knows: a frozen one says nothing. */
const HANDOVER_MS = 200

/** Starts to poll what `track` names and to listen to the other tabs; `stop` ends all of it. */
export function createPoller({ random = Math.random, ...options }: PollerOptions): Poller {
  const { queryClient, source, clock, storage } = options
  const { rentals, sync, evictRemoved } = createTrackedRentals(queryClient, storage)
  let settings = readSettings(options.settings ?? {})
  let service = newService(clock())
  let sent: number[] = []
  let next: NextCheck | undefined
  let intervals: IntervalContext | undefined
  /** Counted over all rentals, and only again when it may have changed. */
  let counts: { demand: number; active: number } | undefined
  let resumedAt: number | undefined
  let isHidden = false
  let isStopped = false
  let wantsRetry = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let takeover: ReturnType<typeof setTimeout> | undefined
  let tabs: Tabs | undefined
  const open = new Set<OpenRequest>()
  const isLeading = () => tabs?.isLeading() ?? true
  const statusOf = (check: Check | undefined) => check?.reply?.rental.status

  function contextNow(): PollContext {
    const { circuit, bucket, latency } = service
    const slowdown = slowdownFactor(count().demand, capacity(settings.rate, latency))
    const current = { settings, hidden: isHidden, slowdown, recoveredAt: circuit.recoveredAt }
    // Due times are worked out anew where this is another object.
    if (intervals === undefined || !shallow(intervals, current)) intervals = current
    return {
      now: clock(),
      intervals,
      rentals: [...rentals.values()],
      circuit,
      bucket,
      inFlight: open.size,
      lastSentAt: sent.at(-1),
      resumedAt,
    }
  }

  function count() {
    const checks = () => Array.from(rentals.values(), ({ check }) => check)
    counts ??= {
      demand: requestDemand(checks(), { settings, hidden: isHidden }),
      active: checks().filter(isActive).length,
    }
    return counts
  }

  /** Sends what is due, waits for the next, and tells the page: every event ends here. */
  function step() {
    if (isStopped) return
    clearTimeout(timer)
    evictRemoved(clock())
    for (const { startedAt, controller } of open) {
      if (clock() - startedAt >= REQUEST_LIMIT_MS) controller.abort(new TimeoutError(REQUEST_LIMIT_MS))
    }
    const wakesAt = sendDue()
    const now = clock()
    const isCounting = sent.some(at => at > now - MINUTE_MS)
    const patience = isCounting ? RECOUNT_INTERVAL_MS : MAX_TIMER_MS
    timer = setTimeout(step, Math.min(patience, Math.max(0, wakesAt - now)))
    page.changed()
  }

  /** Sends what may go now; returns when (ms) to look again, unless something happens before. */
  function sendDue(): number {
    for (;;) {
      const context = contextNow()
      next = nextCheck(context)
      const rental = next && rentals.get(next.token)
      if (next === undefined || rental === undefined || !isLeading()) return Number.POSITIVE_INFINITY
      const at = Math.max(next.at, allowedAt(context))
      if (at > context.now) return at
      send(rental)
    }
  }

  function noteSent(at: number) {
    sent = [...sent.filter(earlier => earlier > at - MINUTE_MS), at]
  }

  function send(rental: TrackedRental) {
    const { token, check: before } = rental
    const request = { startedAt: clock(), controller: new AbortController() }
    const { startedAt } = request
    service = { ...service, bucket: consume(service.bucket, settings.rate, startedAt) }
    noteSent(startedAt)
    rental.request = request
    open.add(request)

    function end() {
      open.delete(request)
      if (rental.request !== request) return
      rental.request = undefined
      const { check } = rental
      const isChecked = check !== before
      if (statusOf(check) !== statusOf(before) || check?.fault !== before?.fault) counts = undefined
      if (check && isChecked && check.fault === undefined) storage?.save(token, check)
      report(isChecked ? [rental] : [], startedAt)
      step()
    }

    queryClient
      .fetchQuery({
        ...rentalQuery(token),
        // Its own signal: reading that of the query would let a reader that goes away abort the check.
        queryFn: () => check(rental, request),
        // Minus infinity, as with 0 a clock set back would make the check look fresh and send nothing.
        staleTime: Number.NEGATIVE_INFINITY,
      })
      .then(end, end)
  }

  /** Asks the provider; what concerns the service as a whole leaves the rental as it was. */
  async function check(rental: TrackedRental, request: OpenRequest): Promise<Check> {
    const { token, query } = rental
    const { startedAt, controller } = request
    const answer = await answerTo(token, controller.signal)
    if (rental.request !== request) throw new CancelledError()
    const result = { startedAt, at: clock(), jitter: random() }
    if ('reply' in answer) {
      service = recordCheck(service, token, result)
      return recordReply(query.state.data, answer.reply, result.at)
    }
    const { fault } = answer
    service = recordCheck(service, token, { ...result, fault })
    if (!isServiceWide(fault)) return recordFault(query.state.data, fault, result.at, result.jitter)
    const isAsked = query.state.isInvalidated
    void query.cancel({ revert: true })
    if (isAsked) query.invalidate()
    throw new CancelledError()
  }

  async function answerTo(
    token: string,
    signal: AbortSignal,
  ): Promise<{ reply: RentalReply } | { fault: Fault }> {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    try {
      return { reply: await Promise.race([source(token, { signal }), aborted]) }
    } catch (error) {
      return { fault: toFault(error) }
    }
  }

  /** Tells the other tabs what this one, which leads, knows of these rentals and of the service. */
  function report(known: readonly TrackedRental[], startedAt?: number) {
    const checks = known.flatMap(({ token, check }) => (check ? [{ token, check }] : []))
    tabs?.send({ kind: 'report', startedAt, checks, service })
  }

  /** Tells the leading tab what this one knows of these rentals, and wants checked. */
  function sayHello(known: Iterable<TrackedRental>) {
    const about = [...known].map(({ token, check, askedAt }) => ({
      ...{ token, askedAt },
      checkedAt: check?.checkedAt,
    }))
    tabs?.send({ kind: 'hello', rentals: about })
  }

  function hear(message: TabMessage) {
    switch (message.kind) {
      case 'hello':
        if (isLeading()) report(message.rentals.flatMap(takeIn))
        break
      case 'report':
        adopt(message)
        break
      case 'hidden':
        if (!isHidden) takeLead()
    }
    step()
  }

  /** Takes over what another tab wants checked; the rental, if this one knows more of it. */
  function takeIn({ token, checkedAt = 0, askedAt = 0 }: HelloRental): readonly TrackedRental[] {
    const rental = rentals.get(token)
    if (rental === undefined) return []
    const knownAt = rental.check?.checkedAt ?? 0
    if (askedAt > knownAt) rental.ask(askedAt)
    return knownAt > checkedAt ? [rental] : []
  }

  function adopt({ checks, startedAt, service: told }: Extract<TabMessage, { kind: 'report' }>) {
    for (const { token, check } of checks) {
      const known = rentals.get(token)?.check
      const isNews = (check.checkedAt ?? 0) > (known?.checkedAt ?? 0)
      const isOlder = check.reply && known?.reply && check.reply.at < known.reply.at
      if (rentals.has(token) && isNews && !isOlder) {
        queryClient.setQueryData(rentalQuery(token).queryKey, check)
        counts = undefined
      }
    }
    if (isLeading()) return
    service = told
    if (startedAt !== undefined) noteSent(startedAt)
    if (takeover !== undefined) steal()
  }

  function takeLead() {
    if (isLeading() || takeover !== undefined) return
    sayHello(rentals.values())
    takeover = setTimeout(steal, HANDOVER_MS)
  }

  function steal() {
    clearTimeout(takeover)
    takeover = undefined
    tabs?.takeLead()
  }

  function onLead(leading: boolean) {
    if (isStopped) return
    clearTimeout(takeover)
    takeover = undefined
    if (leading && wantsRetry) goOn()
    if (leading && isHidden) tabs?.send({ kind: 'hidden' })
    if (!leading) sayHello(rentals.values())
    step()
  }

  /** Only this tab may know the new key, so it takes the lead. */
  function goOn() {
    wantsRetry = !isLeading()
    if (wantsRetry) return takeLead()
    service = { ...service, circuit: retry(service.circuit, clock()) }
    report([])
    step()
  }

  /** Who asks for a check while the account is refused wants to go on. */
  function ask(tokens: Iterable<string>) {
    const now = clock()
    for (const token of tokens) rentals.get(token)?.ask(now)
    if (service.circuit.accountError !== undefined) return goOn()
    takeLead()
    step()
  }

  function describe(): PollStatus {
    const context = contextNow()
    const requestsLastMinute = sent.filter(at => at > context.now - MINUTE_MS).length
    const { active } = count()
    return describePolling(context, { ...service, leading: isLeading(), requestsLastMinute, next, active })
  }

  const page = createStatusStore(describe)
  tabs = attempt(() => options.tabs?.({ onLead, onMessage: hear }))
  step()

  return {
    status: page.status,
    checks: {
      get(token) {
        const rental = rentals.get(token)
        if (rental === undefined) return undefined
        const info = describeChecks(rental, contextNow())
        if (rental.info === undefined || !shallow(rental.info, info)) rental.info = info
        return rental.info
      },
      subscribe: page.subscribe,
    },
    track(tokens) {
      const added = sync(new Set(tokens), clock())
      counts = undefined
      for (const { check } of added) {
        const { lastReplyAt = 0 } = service
        if ((check?.checkedAt ?? 0) > lastReplyAt) service = { ...service, lastReplyAt: check?.checkedAt }
      }
      if (added.length > 0 && !isLeading()) sayHello(added)
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
      if (!hidden) takeLead()
      else if (isLeading()) tabs?.send({ kind: 'hidden' })
      step()
    },
    onResume() {
      resumedAt = clock()
      step()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      clearTimeout(takeover)
      for (const rental of rentals.values()) {
        rental.request?.controller.abort()
        rental.request = undefined
        void rental.query.cancel({ revert: true })
      }
      tabs?.stop()
    },
  }
}
