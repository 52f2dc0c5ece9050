import { createStore } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import type { Check } from '../polling/check.ts'
import { checkInterval } from '../polling/check-interval.ts'
import { isOpen } from '../polling/circuit-breaker.ts'
import { dueAt, type PollContext, type PolledRental } from '../polling/next-check.ts'
import type { Poller } from '../polling/poller.ts'
import { MINUTE_MS } from '../polling/rate-limiter.ts'
import type { PollPhase } from './poll-phase.ts'
import { states } from './status.ts'

/** What the status line says. Times are milliseconds since 1970 on the board's clock, durations milliseconds. */
export type PollStatus = Readonly<ReturnType<typeof describePolling>>

/** What the board knows about the checks of one rental. */
export type CheckInfo = Readonly<ReturnType<typeof describeChecks>>

type PollerState = ReturnType<Poller['state']['getState']>

/** A poller as a board has it: with what the page says of the polling, and of the checks of each rental. */
export type BoardPoller = ReturnType<typeof describePoller>

export function describePoller({ state, rental, ...poller }: Poller) {
  const status = createStore<PollStatus>(() => describePolling(state.getState()))
  state.subscribe(latest => {
    const said = describePolling(latest)
    if (!shallow(said, status.getState())) status.setState(said)
  })
  const infos = new WeakMap<PolledRental, CheckInfo>()
  return {
    ...poller,
    status,
    checks: {
      /** Gives the same object until its content changes. */
      get(token: string): CheckInfo | undefined {
        const polled = rental(token)
        if (polled === undefined) return undefined
        const before = infos.get(polled)
        const info = describeChecks(polled, state.getState().context)
        if (before && shallow(before, info)) return before
        infos.set(polled, info)
        return info
      },
      /** `listener` is called after each round of changes, whichever rentals they touch. Returns the unsubscriber. */
      subscribe: (listener: () => void) => state.subscribe(listener),
    },
  }
}

function describePolling({ context, next, lead }: PollerState) {
  const { circuit, limiter, rentals, settings, hidden, slowdown, inFlight, now } = context
  const answeredAt = lastReplyAt(rentals)
  const phase = phaseOf(context, next)
  const active = rentals.filter(({ check }) => checkInterval(check, settings, false) === settings.pace).length
  return {
    phase,
    /** The user's pause, whatever the phase. */
    paused: settings.paused,
    /** False when another tab of this browser polls, and this one shows what it receives. */
    leading: lead !== 'follows',
    /** Nothing lets the tabs of this browser share the work: each polls for itself. */
    alone: lead === 'alone',
    /** When `slowed` ends; absent in every other phase. */
    until: phase === 'slowed' ? circuit.rateLimitedUntil : undefined,
    /** The account error's code while `blocked`: a key of `accountFaults`. */
    code: circuit.accountError,
    tracked: rentals.length,
    /** Rentals without an answer yet, requested or generating: those on the shortest interval. */
    active,
    /** Rentals that failed, which nothing but a person can help. */
    failed: rentals.filter(({ check }) => hasFailed(check)).length,
    inFlight,
    /** The budget, in requests a second. */
    rate: settings.rate,
    /** The earliest check that any rental waits for; in the past when it waits for its turn in the budget. */
    nextCheckAt: phase === 'slowed' ? undefined : next?.at,
    requestsLastMinute: limiter.sent.filter(({ at }) => at > now - MINUTE_MS).length,
    lastReplyAt: answeredAt,
    /** The latest failed check, for the status panel. */
    lastError: circuit.lastFault,
    /** How far apart the checks of an active rental really are, present only when the budget stretches them. */
    slowedInterval:
      active > 0 && slowdown > 1
        ? Math.round(checkInterval(undefined, settings, hidden) * slowdown)
        : undefined,
  }
}

/** What a rental's row says about its checks. */
function describeChecks(rental: PolledRental, context: PollContext) {
  const { circuit, settings } = context
  const { check, isChecking, askedAt } = rental
  // In a pause one that is asked for goes, but nothing probes whether a lost connection is back.
  const isPaused = settings.paused && (askedAt === undefined || isOpen(circuit))
  const isHeld = circuit.accountError !== undefined || isPaused
  const due = askedAt ?? dueAt(rental, context)
  return {
    /** A request for it is under way. */
    checking: isChecking,
    /** In the past when it waits for its turn; absent when it is checked only if asked. */
    nextCheckAt: isHeld || !Number.isFinite(due) ? undefined : Math.max(due, circuit.rateLimitedUntil),
    /** When its latest check ended, well or not. */
    lastTriedAt: check?.checkedAt,
  }
}

function phaseOf(
  { circuit, rentals, settings, inFlight }: PollContext,
  next: PollerState['next'],
): PollPhase {
  if (circuit.accountError !== undefined) return 'blocked'
  if (settings.paused) return 'paused'
  if (isOpen(circuit) && circuit.loss !== undefined && rentals.length > 0) return circuit.loss
  if (next === undefined && inFlight === 0) return 'idle'
  return circuit.rateLimits > 0 ? 'slowed' : 'live'
}

function hasFailed(check: Check | undefined): boolean {
  const status = check?.reply?.rental.status
  return status !== undefined && states[status].news === 'bad'
}

/** The latest usable answer for any rental, «introuvable» among them. */
function lastReplyAt(rentals: readonly PolledRental[]): number | undefined {
  const latest = rentals.reduce((at, { check }) => Math.max(at, usableAt(check) ?? 0), 0)
  return latest > 0 ? latest : undefined
}

function usableAt(check: Check | undefined): number | undefined {
  if (check?.checkedAt === undefined) return undefined
  const isAnswered = check.fault !== undefined && check.failures === 0
  return isAnswered ? check.checkedAt : check.reply?.at
}
