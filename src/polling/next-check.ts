import { backOff, checkInterval, type PollSettings, SLOW_INTERVAL_MS } from './check-interval.ts'
import { type Circuit, isOpen, OPENS_AFTER_FAILURES } from './circuit-breaker.ts'
import { capacity, type Limiter, MAX_IN_FLIGHT, nextTokenAt } from './rate-limiter.ts'
import type { TrackedRental } from './tracked-rentals.ts'

/** A tracked rental as its query stands. */
export type PolledRental = Pick<TrackedRental, 'token' | 'check' | 'isChecking' | 'askedAt' | 'phase'>

/** Everything that the choice of the next check depends on. */
export type PollContext = {
  readonly now: number
  readonly settings: PollSettings
  /** The board is not on screen. */
  readonly hidden: boolean
  /** By what factor the intervals grow so that all checks fit into the budget; see `slowdownFactor`. */
  readonly slowdown: number
  readonly rentals: readonly PolledRental[]
  readonly circuit: Circuit
  readonly limiter: Limiter
  readonly inFlight: number
}

/** The rental whose check comes next, and when (ms; in the past when it is overdue). */
export type NextCheck = { readonly token: string; readonly at: number }

/** Between two checks while none brings anything usable, or the latest did not: a dead server is known in 30 s. */
const PROBE_INTERVAL_MS = 4_000

/**
 * When a rental is due (ms on the board's clock), from what is known now, so that a change of pace or of visibility
 * counts at once. 0: before all others, as nobody knows how old its check is. Infinity: only when asked.
 */
export function dueAt({ check, phase }: PolledRental, context: PollContext): number {
  const { settings, hidden, slowdown, circuit } = context
  const { checkedAt, failures = 0, jitter = 0 } = check ?? {}
  if (checkedAt !== undefined && failures > 0) {
    const staleAt = checkedAt + Math.max(hidden ? SLOW_INTERVAL_MS : 0, backOff(failures, jitter))
    return circuit.recoveredAt > checkedAt ? Math.min(staleAt, circuit.recoveredAt) : staleAt
  }
  const interval = checkInterval(check, settings, hidden) * slowdown
  if (!Number.isFinite(interval)) return interval
  if (checkedAt === undefined) return 0
  return slowdown > 1 ? checkedAt + interval : nextOwnMoment(phase, interval, checkedAt)
}

/**
 * The first of a rental's own moments at least half an interval after its latest check. Checks that happened
 * together (a paste, a wake-up) drift apart within one interval, then keep their exact period.
 */
function nextOwnMoment(phase: number, interval: number, checkedAt: number): number {
  const offset = Math.round(phase * interval)
  return Math.ceil((checkedAt + interval / 2 - offset) / interval) * interval + offset
}

/** When (ms) the next request may go out at the earliest; Infinity: once one that is under way has ended. */
export function allowedAt({ now, circuit, limiter, inFlight, settings }: PollContext): number {
  const isProbing = isOpen(circuit) || circuit.accountError !== undefined
  if (inFlight >= (isProbing ? 1 : MAX_IN_FLIGHT)) return Number.POSITIVE_INFINITY
  return Math.max(circuit.rateLimitedUntil, nextTokenAt(limiter, settings.rate, now))
}

/**
 * Whose check comes next if nothing holds the board: the latest that was asked for, so that one can still be asked for
 * after all of them were; else the most overdue. While the account is refused, one rental now and then, any of them.
 */
export function nextCheck(context: PollContext): NextCheck | undefined {
  const { circuit, settings } = context
  const rentals = context.rentals.filter(({ isChecking }) => !isChecking)
  const asked = lowest(rentals, ({ askedAt = -Infinity }) => -askedAt)
  if (circuit.accountError !== undefined) {
    const rental = asked ?? lowest(rentals, triedAt)
    return rental && !settings.paused ? { token: rental.token, at: circuit.retryAt } : undefined
  }
  const isLost = isOpen(circuit)
  if (asked?.askedAt && asked.askedAt > (isLost ? circuit.lastFailedAt : 0)) {
    return { token: asked.token, at: asked.askedAt }
  }
  if (settings.paused) return undefined
  const due = mostOverdue(rentals, context)
  if (circuit.failures === 0) return due
  const test = probe(rentals, context, isLost)
  return due && test && !isLost && due.at <= test.at ? due : test
}

/**
 * What is most overdue. Where there is more to do than the budget allows, what is merely due goes at the rate that can
 * be had, never faster: what is made up in a burst comes back as one with every interval, and silence before it. What was
 * never checked need not wait.
 */
function mostOverdue(rentals: readonly PolledRental[], context: PollContext): NextCheck | undefined {
  const { settings, slowdown, limiter } = context
  const first = lowest(rentals, rental => dueAt(rental, context))
  if (first === undefined) return undefined
  const time = dueAt(first, context)
  const isEven = slowdown > 1 && time > 0
  const evenAt = (limiter.sent.at(-1)?.at ?? 0) + 1_000 / capacity(limiter, settings.rate)
  return { token: first.token, at: isEven ? Math.max(time, evenAt) : time }
}

/**
 * What tells one rental that fails from a server that is gone: the rental that was tried longest ago, as long as it is in
 * doubt of those that do not fail, then of those that are checked by themselves. Of few of these, of all, so that no
 * broken rental passes for the server.
 */
function probe(rentals: readonly PolledRental[], context: PollContext, isLost: boolean) {
  const { circuit, hidden, limiter } = context
  const lastSentAt = limiter.sent.at(-1)?.at ?? 0
  const preferred = rentals.filter(rental =>
    isLost ? Number.isFinite(dueAt(rental, context)) : !rental.check?.failures,
  )
  const longest = lowest(preferred.length < OPENS_AFTER_FAILURES ? rentals : preferred, triedAt)
  const interval = hidden ? SLOW_INTERVAL_MS : PROBE_INTERVAL_MS
  return longest && { token: longest.token, at: Math.max(circuit.lastFailedAt, lastSentAt) + interval }
}

const triedAt = ({ check }: PolledRental) => check?.checkedAt ?? 0

/** The first of the rentals whose rank is the lowest; those of an infinite one are passed over. */
function lowest(rentals: readonly PolledRental[], rankOf: (rental: PolledRental) => number) {
  let first: PolledRental | undefined
  let least = Number.POSITIVE_INFINITY
  for (const rental of rentals) {
    const rank = rankOf(rental)
    if (rank < least) [first, least] = [rental, rank]
  }
  return first
}
