import { type DueRental, dueAt, type IntervalContext, staleTime } from './check-interval.ts'
import { type Circuit, isOpen, OPENS_AFTER_FAILURES } from './circuit-breaker.ts'
import { capacity, type Limiter, MAX_IN_FLIGHT, nextTokenAt } from './rate-limiter.ts'

/** A tracked rental as its query stands. Times are milliseconds since 1970 on the board's clock. */
export type PolledRental = DueRental & {
  readonly token: string
  /** A request for it is under way. */
  readonly isChecking: boolean
  /** When a check was asked for that has not been made yet. */
  readonly askedAt: number | undefined
}

/** Everything that the choice of the next check depends on. */
export type PollContext = IntervalContext & {
  readonly now: number
  readonly rentals: readonly PolledRental[]
  readonly circuit: Circuit
  readonly limiter: Limiter
  readonly inFlight: number
}

/** The rental whose check comes next, and when (ms; in the past when it is overdue). */
export type NextCheck = { readonly token: string; readonly at: number }

const PROBE_INTERVAL_MS = 4_000
/** Five requests this far apart find a dead server within 30 s of its death, at the default pace. */
const EARLY_CHECK_DELAY_MS = 3_000
/** While the board is hidden, both are this far apart. */
const HIDDEN_DELAY_MS = 60_000

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
  const { circuit, rentals } = context
  const { paused } = context.settings
  const asked = lowest(rentals, ({ askedAt }) => askedAt && -askedAt)
  if (circuit.accountError !== undefined) {
    const rental = asked ?? lowest(rentals, triedAt)
    return rental && !paused ? { token: rental.token, at: circuit.retryAt } : undefined
  }
  const isLost = isOpen(circuit)
  if (asked?.askedAt && asked.askedAt > (isLost ? circuit.lastFailedAt : 0)) {
    return { token: asked.token, at: asked.askedAt }
  }
  if (paused) return undefined
  return isLost ? probe(context) : due(context)
}

/**
 * What is most overdue. Where there is more to do than the budget allows, what is merely due goes at the rate that can
 * be had, never faster: what is made up in a burst comes back as one with every interval, and silence before it. What is
 * overdue by more than an interval need not wait.
 */
function due(context: PollContext): NextCheck | undefined {
  const { rentals, circuit, settings, slowdown, limiter, now } = context
  const lastSentAt = limiter.sent.at(-1)?.at ?? 0
  const first = lowest(rentals, rental => dueAt(rental, context))
  const time = first ? dueAt(first, context) : Number.POSITIVE_INFINITY
  if (first === undefined || !Number.isFinite(time)) return undefined
  const isEven = slowdown > 1 && now - time <= staleTime(first.check, context)
  const at = isEven ? Math.max(time, lastSentAt + 1_000 / capacity(limiter, settings.rate)) : time
  const delay = context.hidden ? HIDDEN_DELAY_MS : EARLY_CHECK_DELAY_MS
  const earlyAt = Math.max(circuit.lastFailedAt, lastSentAt) + delay
  if (circuit.failures === 0 || at <= earlyAt) return { token: first.token, at }
  // A sound rental, a finished one if need be, tells one that fails from a server that is gone.
  const isFailing = ({ check }: PolledRental) => check && check.failures > 0
  const sound = lowest(rentals, rental => (isFailing(rental) ? undefined : dueAt(rental, context)))
  return { token: (sound ?? first).token, at: earlyAt }
}

/**
 * While nothing usable comes: one rental at a time, the one that was tried longest ago. Where few are checked by
 * themselves the finished ones help, so that no broken rental passes for a server that is gone.
 */
function probe(context: PollContext): NextCheck | undefined {
  const { circuit, hidden, rentals } = context
  const automatic = rentals.filter(rental => Number.isFinite(dueAt(rental, context)))
  const longest = lowest(automatic.length < OPENS_AFTER_FAILURES ? rentals : automatic, triedAt)
  const interval = hidden ? HIDDEN_DELAY_MS : PROBE_INTERVAL_MS
  return longest && { token: longest.token, at: circuit.lastFailedAt + interval }
}

/** The first of the rentals that are not being checked whose value is the lowest; those without one are passed over. */
function lowest(
  rentals: readonly PolledRental[],
  rank: (rental: PolledRental) => number | undefined,
): PolledRental | undefined {
  let first: PolledRental | undefined
  let least = Number.NaN
  for (const rental of rentals) {
    const value = rental.isChecking ? undefined : rank(rental)
    if (value === undefined || value >= least) continue
    first = rental
    least = value
  }
  return first
}

function triedAt({ check }: PolledRental): number {
  return check?.checkedAt ?? 0
}
