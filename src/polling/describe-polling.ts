import { memoizeWeak } from '../lib/memoize.ts'
import { isUnanswered, toError } from './check.ts'
import { checkInterval, clampInterval, isActive } from './check-interval.ts'
import { isOpen } from './circuit-breaker.ts'
import type { NextCheck, PollContext, PolledRental } from './next-check.ts'
import type { CheckInfo, CheckReason, PollPhase, PollStatus } from './poll-status.ts'
import type { ServiceState } from './service-state.ts'

/** What the status line says besides what the choice of the next check depends on. */
type PollFacts = Pick<ServiceState, 'lastReplyAt' | 'lastFault'> & {
  readonly leading: boolean
  readonly requestsLastMinute: number
  readonly next: NextCheck | undefined
  /** How many rentals are on the shortest interval. */
  readonly active: number
}

const toLastError = memoizeWeak(({ fault, token, at }: NonNullable<ServiceState['lastFault']>) => {
  return { error: toError(fault), token, at }
})

/** The status line's content. */
export function describePolling(context: PollContext, facts: PollFacts): PollStatus {
  const { circuit, rentals } = context
  const { settings } = context.intervals
  const phase = phaseOf(context)
  return {
    phase,
    paused: settings.paused,
    leading: facts.leading,
    until: phase === 'slowed' ? circuit.rateLimitedUntil : undefined,
    code: circuit.accountError,
    tracked: rentals.length,
    active: facts.active,
    inFlight: context.inFlight,
    rate: settings.rate,
    nextCheckAt: phase === 'slowed' ? undefined : facts.next?.at,
    requestsLastMinute: facts.requestsLastMinute,
    lastReplyAt: facts.lastReplyAt,
    lastError: facts.lastFault && toLastError(facts.lastFault),
    slowedInterval: slowedInterval(context),
  }
}

/** What a rental's row says about its checks. */
export function describeChecks(rental: PolledRental, context: PollContext): CheckInfo {
  const { check, isChecking, askedAt } = rental
  const why = reasonOf(rental, context)
  const isHeld = why === 'paused' || why === 'blocked'
  const due = askedAt ?? rental.dueAt(context.intervals)
  return {
    checking: isChecking,
    nextCheckAt:
      isHeld || !Number.isFinite(due) ? undefined : Math.max(due, context.circuit.rateLimitedUntil ?? 0),
    lastTriedAt: check?.checkedAt,
    failures: check?.failures ?? 0,
    why,
  }
}

function phaseOf({ circuit, rentals, intervals }: PollContext): PollPhase {
  if (circuit.accountError !== undefined) return 'blocked'
  if (intervals.settings.paused) return 'paused'
  if (isOpen(circuit) && circuit.loss !== undefined && rentals.length > 0) return circuit.loss
  const isWaitedFor = (rental: PolledRental) =>
    rental.askedAt !== undefined || rental.isChecking || Number.isFinite(rental.dueAt(intervals))
  if (!rentals.some(isWaitedFor)) return 'idle'
  return circuit.rateLimits > 0 ? 'slowed' : 'live'
}

function reasonOf(rental: PolledRental, { circuit, intervals }: PollContext): CheckReason {
  const { check, askedAt } = rental
  if (circuit.accountError !== undefined) return 'blocked'
  if (askedAt !== undefined) return 'asked'
  if (!Number.isFinite(rental.dueAt(intervals))) return 'finished'
  if (intervals.settings.paused) return 'paused'
  if (check?.checkedAt === undefined) return 'first'
  return isUnanswered(check) ? 'retry' : 'interval'
}

/** How far apart the checks of an active rental are: all of them share the same interval. */
function slowedInterval({ rentals, intervals }: PollContext): number | undefined {
  if (intervals.slowdown === 1) return undefined
  const active = rentals.find(({ check }) => isActive(check) && check?.fault === undefined)
  return active && Math.round(clampInterval(checkInterval(active.check, intervals) * intervals.slowdown))
}
