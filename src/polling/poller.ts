import type { QueryClient } from '@tanstack/react-query'
import { createStore } from 'zustand/vanilla'
import { toFault } from '../api/fault.ts'
import type { Clock } from '../lib/clock.ts'
import { movedTimes } from '../lib/moved-times.ts'
import { onceATask } from '../lib/once-a-task.ts'
import type { TabServices } from '../lib/tabs.ts'
import { type Check, recordFault, recordReply } from './check.ts'
import { checkInterval, evenPhases, type PollSettings, slowdownFactor } from './check-interval.ts'
import type { CheckStorage } from './check-storage.ts'
import { closedCircuit, isOpen, recordResult, retry } from './circuit-breaker.ts'
import { allowedAt, type NextCheck, nextCheck, type PollContext, type PolledRental } from './next-check.ts'
import { capacity, consume, drain, fullLimiter, recordLatency } from './rate-limiter.ts'
import { joinTabs, type SharedState } from './tab-channel.ts'
import { createTrackedRentals, type RentalSource, rentalsKey, type TrackedRental } from './tracked-rentals.ts'

export type PollerOptions = {
  /** The record of all checks. */
  readonly queryClient: QueryClient
  /** Checks that were read from the storage already; taken out with the first list that is tracked. */
  readonly stored?: Map<string, Check>
  readonly source: RentalSource
  /** Must never run backwards: `src/lib/clock.ts`. */
  readonly clock: Clock
  readonly settings: PollSettings
  /** Draws from 0 to 1. */
  readonly random?: () => number
  /** Absent, this tab polls for itself. */
  readonly tabs?: TabServices
  readonly storage?: CheckStorage | undefined
}

export type Poller = ReturnType<typeof createPoller>

/** How long (ms) to wait at most: requests of the last minute are counted anew, and a sleep is noticed. */
const MAX_TIMER_MS = 5_000

/**
 * Keeps the checks of all tracked rentals fresh in the query cache: starts to poll what `track` names and to listen to
 * the other tabs; `stop` ends all of it.
 */
export function createPoller({ random = Math.random, ...options }: PollerOptions) {
  const { queryClient, source, clock, storage, stored = new Map<string, Check>() } = options
  const { rentals, sync, evictRemoved } = createTrackedRentals(queryClient, storage, stored)
  const service = { circuit: closedCircuit, limiter: fullLimiter(clock()) }
  const shared: SharedState = { rentals, service, isHidden: false }
  let { settings } = options
  let isStopped = false
  /** Polling is to go on after an account error, once this tab leads. */
  let wantsRetry = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const tabs = joinTabs(options.tabs ?? {}, clock, shared, step)
  let context = readContext()
  let next: NextCheck | undefined
  const readState = () => ({ context, next, lead: tabs.lead() })
  const state = createStore(readState)
  const publish = onceATask(() => state.setState(readState()))

  function readContext(): PollContext {
    const all = [...rentals.values()]
    const hidden = shared.isHidden
    const intervals = all.map(({ check }) => checkInterval(check, settings, hidden))
    const phases = evenPhases(intervals)
    for (const [index, rental] of all.entries()) rental.phase = phases[index] ?? 0
    const slowdown = slowdownFactor(intervals, capacity(shared.service.limiter, settings.rate))
    const inFlight = all.filter(({ isChecking }) => isChecking).length
    return { now: clock(), settings, hidden, slowdown, rentals: all, ...shared.service, inFlight }
  }

  /** Sends what is due, waits for the next, and tells the page once the task is over: every event ends here. */
  function step() {
    if (isStopped) return
    evictRemoved(clock())
    if (wantsRetry && tabs.isLeading()) {
      wantsRetry = false
      shared.service = { ...shared.service, circuit: retry(shared.service.circuit, clock()) }
      tabs.report([])
    }
    const wakesAt = sendDue()
    clearTimeout(timer)
    timer = setTimeout(step, Math.min(MAX_TIMER_MS, Math.max(0, wakesAt - clock())))
    publish()
  }

  /** Sends what may go now; returns when (ms) to look again, unless something happens before. */
  function sendDue(): number {
    context = readContext()
    for (;;) {
      next = nextCheck(context)
      const rental = next && rentals.get(next.token)
      if (next === undefined || rental === undefined || !tabs.isLeading()) return Number.POSITIVE_INFINITY
      const at = Math.max(next.at, allowedAt(context))
      if (at > context.now) return at
      const limiter = consume(context.limiter, settings.rate, context.now)
      shared.service = { ...shared.service, limiter }
      void send(rental, context.now)
      context = { ...context, now: clock(), limiter, inFlight: context.inFlight + 1 }
    }
  }

  /** Makes a check through the rental's query, which shows and remembers it. */
  async function send(rental: TrackedRental, startedAt: number) {
    const { token, query, check: before } = rental
    const queryFn = ({ signal }: { signal: AbortSignal }) => runCheck(rental, startedAt, signal)
    await query.fetch({ ...query.options, queryFn }).catch(() => undefined)
    if (isStopped) return
    if (rentals.get(token) === rental) {
      const { check } = rental
      const isNew = check?.fault === undefined || check.missing !== before?.missing
      if (check && isNew) storage?.save(token, check)
      tabs.report([rental])
    }
    step()
  }

  /** Asks the provider, and puts down what its answer says of the service. @throws when the request was aborted. */
  async function runCheck(rental: TrackedRental, startedAt: number, signal: AbortSignal): Promise<Check> {
    const answer = await source(rental.token, { signal }).catch(toFault)
    signal.throwIfAborted()
    const [at, jitter, before] = [clock(), random(), shared.service]
    const isReply = 'rental' in answer
    const fault = isReply ? undefined : answer
    const circuit = recordResult(before.circuit, { token: rental.token, startedAt, at, jitter, fault })
    const { rateLimitedUntil } = circuit
    const limiter = fault ? before.limiter : recordLatency(before.limiter, at - startedAt)
    const isSlowed = rateLimitedUntil > before.circuit.rateLimitedUntil
    shared.service = { circuit, limiter: isSlowed ? drain(limiter, rateLimitedUntil) : limiter }
    return isReply ? recordReply(rental.check, answer, at) : recordFault(rental.check, answer, at, jitter)
  }

  /** Who asks for a check while the account is refused wants to go on; only this tab may know the new key. */
  function ask(tokens: Iterable<string>, isRetry = shared.service.circuit.accountError !== undefined) {
    const now = clock()
    for (const token of tokens) rentals.get(token)?.ask(now)
    wantsRetry ||= isRetry
    tabs.takeLead()
    step()
  }

  return {
    /** Changes after each round, whatever came of it. */
    state,
    /** Undefined for one that is not tracked. */
    rental: (token: string): PolledRental | undefined => rentals.get(token),
    /** The whole list of rentals to track, in order. Those left out are forgotten and their requests aborted. */
    track(tokens: Iterable<string>) {
      const added = sync(new Set(tokens), clock())
      if (added.length > 0 && !tabs.isLeading()) tabs.sayHello(added)
      step()
    },
    /** Checks these rentals, also finished ones, as soon as the budget allows, before all others. */
    refresh: (...tokens: string[]) => ask(tokens),
    /** Goes on after an account error, here: the user asked, or typed another key. */
    retry: () => ask([], true),
    /** Goes on after an account error if this tab leads: the key changed, here or in another tab. */
    onKeyChange() {
      wantsRetry ||= tabs.isLeading()
      step()
    },
    setSettings(change: Partial<PollSettings>) {
      settings = { ...settings, ...change }
      step()
    },
    /** A tab that comes on screen takes the lead. */
    setHidden(hidden: boolean) {
      shared.isHidden = hidden
      if (hidden) tabs.report([])
      else tabs.takeLead()
      step()
    },
    /** To be called on `visibilitychange`, `pageshow`, `resume`, `focus` and `online`: what is overdue is swept now. */
    onResume() {
      // A lost connection is probed at once.
      if (next && isOpen(shared.service.circuit)) rentals.get(next.token)?.ask(clock())
      step()
    },
    /** Puts right what was recorded while the wall clock was ahead, also where it is stored. */
    moveTimes(move: (at: number) => number) {
      for (const rental of rentals.values()) {
        rental.moveTimes(move)
        if (rental.check) storage?.save(rental.token, rental.check)
      }
      shared.service = movedTimes(shared.service, move)
      // What another tab told meanwhile was on another clock.
      if (!tabs.isLeading()) tabs.sayHello(rentals.values())
      step()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      void queryClient.cancelQueries({ queryKey: rentalsKey })
      tabs.stop()
    },
  }
}
