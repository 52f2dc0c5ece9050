import { toError } from '../api/fault.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { states } from '../rentals/status.ts'
import { type Check, classifyFault } from './check.ts'
import { dueAt, isActive, staleTime } from './check-interval.ts'
import { type Circuit, isOpen } from './circuit-breaker.ts'
import type { NextCheck, PollContext, PolledRental } from './next-check.ts'
import type { PollPhase } from './poll-status.ts'
import { MINUTE_MS } from './rate-limiter.ts'

/** What the status line says. Times are milliseconds since 1970 on the board's clock, durations milliseconds. */
export type PollStatus = Readonly<ReturnType<typeof describePolling>>

/** What the board knows about the checks of one rental. */
export type CheckInfo = Readonly<ReturnType<typeof describeChecks>>

const toLastError = memoizeWeak(({ fault, token, at }: NonNullable<Circuit['lastFault']>) => {
  return { error: toError(fault), token, at }
})

/**
 * The status line's content.
 * @param tabs `leading` is false when another tab of this browser polls and this one shows what it receives; `alone` is
 *   true where nothing lets them share the work, and each polls for itself
 */
export function describePolling(
  context: PollContext,
  next: NextCheck | undefined,
  tabs: { leading: boolean; alone: boolean },
) {
  const { circuit, limiter, rentals, settings, inFlight, now } = context
  const answeredAt = lastReplyAt(rentals)
  const phase = phaseOf(context, next, answeredAt)
  const active = rentals.filter(({ check }) => isActive(check)).length
  return {
    phase,
    /** The user's pause, whatever the phase. */
    paused: settings.paused,
    ...tabs,
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
    lastError: circuit.lastFault && toLastError(circuit.lastFault),
    /** How far apart the checks of an active rental really are, present only when the budget stretches them. */
    slowedInterval:
      active > 0 && context.slowdown > 1 ? Math.round(staleTime(undefined, context)) : undefined,
  }
}

/** What a rental's row says about its checks. */
export function describeChecks(rental: PolledRental, context: PollContext) {
  const { circuit, settings } = context
  const { check, isChecking, askedAt } = rental
  const isHeld = circuit.accountError !== undefined || (settings.paused && askedAt === undefined)
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
  next: NextCheck | undefined,
  answeredAt = 0,
): PollPhase {
  if (circuit.accountError !== undefined) return 'blocked'
  if (settings.paused) return 'paused'
  if (isOpen(circuit) && circuit.loss !== undefined && rentals.length > 0) return circuit.loss
  if (next === undefined && inFlight === 0) return 'idle'
  const { fault, at } = circuit.lastFault ?? { at: 0 }
  const isRefused = fault && at > answeredAt && classifyFault(fault) === 'rate-limited'
  return isRefused || circuit.rateLimits > 0 ? 'slowed' : 'live'
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
  const kind = check.fault && classifyFault(check.fault)
  return kind === 'not-found' || kind === 'refused' ? check.checkedAt : check.reply?.at
}
