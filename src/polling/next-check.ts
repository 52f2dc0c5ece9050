import { isUnanswered } from './check.ts'
import { type DueRental, type IntervalContext, staleTime } from './check-interval.ts'
import { type Circuit, isOpen, OPENS_AFTER_FAILURES } from './circuit-breaker.ts'
import { type Bucket, MAX_IN_FLIGHT, nextTokenAt } from './rate-limiter.ts'

/** A tracked rental as its query stands. Times are milliseconds since 1970 on the board's clock. */
export type PolledRental = DueRental & {
  readonly token: string
  /** A request for it is under way. */
  readonly isChecking: boolean
  /** When a check was asked for that has not been made yet. */
  readonly askedAt: number | undefined
  /** `dueAt` of it. Infinity: it is checked only when asked. */
  dueAt(intervals: IntervalContext): number
}

/** Everything that the choice of the next check depends on. */
export type PollContext = {
  readonly now: number
  readonly intervals: IntervalContext
  readonly rentals: readonly PolledRental[]
  readonly circuit: Circuit
  readonly bucket: Bucket
  readonly inFlight: number
  /** When the latest request went out. */
  readonly lastSentAt: number | undefined
  /** When the page last came back to life: a lost connection is then probed at once. */
  readonly resumedAt: number | undefined
}

/** The rental whose check comes next, and when (ms; in the past when it is overdue). */
export type NextCheck = { readonly token: string; readonly at: number }

/** Of the time that the budget has for each check: a little less than all of it, to catch up what was held up. */
const EVEN_SHARE = 0.8

const PROBE_INTERVAL_MS = 4_000
const HIDDEN_PROBE_INTERVAL_MS = 60_000
const RESUME_PROBE_DELAY_MS = 1_000
/** Five requests this far apart find a dead server within 30 s of its death, at the default pace. */
const EARLY_CHECK_DELAY_MS = 3_000
const HIDDEN_EARLY_CHECK_DELAY_MS = 60_000

/** When (ms) the next request may go out at the earliest; Infinity: once one that is under way has ended. */
export function allowedAt({ now, circuit, bucket, inFlight, intervals }: PollContext): number {
  const isProbing = isOpen(circuit) || circuit.accountError !== undefined
  if (inFlight >= (isProbing ? 1 : MAX_IN_FLIGHT)) return Number.POSITIVE_INFINITY
  return Math.max(circuit.rateLimitedUntil ?? 0, nextTokenAt(bucket, intervals.settings.rate, now))
}

/** Whose check comes next if nothing holds the board: the latest that was asked for, then the most overdue. */
export function nextCheck(context: PollContext): NextCheck | undefined {
  if (context.circuit.accountError !== undefined) return accountTrial(context)
  return isOpen(context.circuit) ? probe(context) : (asked(context) ?? due(context))
}

/** While the account is refused: one rental now and then, any of them. */
function accountTrial(context: PollContext): NextCheck | undefined {
  const { token } = asked(context) ?? longestAgo(context.rentals) ?? {}
  if (token === undefined || context.intervals.settings.paused) return undefined
  return { token, at: context.circuit.retryAt ?? 0 }
}

/** The newest goes first, so that one rental can still be asked for after all of them were. */
function asked({ rentals }: PollContext, after = Number.NEGATIVE_INFINITY): NextCheck | undefined {
  let newest: NextCheck | undefined
  for (const { token, askedAt, isChecking } of rentals) {
    if (isChecking || askedAt === undefined || askedAt <= (newest?.at ?? after)) continue
    newest = { token, at: askedAt }
  }
  return newest
}

function due(context: PollContext): NextCheck | undefined {
  if (context.intervals.settings.paused) return undefined
  const first = earliest(context)
  const early = earlyAt(context)
  if (first === undefined || early === undefined || early >= first.at) return first
  const sound = context.rentals.filter(({ check }) => check === undefined || !isUnanswered(check))
  const { token } = earliest({ ...context, rentals: sound }) ?? longestAgo(sound) ?? first
  return { token, at: early }
}

/** The automatic rental that is due first. */
function earliest(context: PollContext): NextCheck | undefined {
  const { intervals } = context
  let first: { token: string; at: number; dueTime: number } | undefined
  for (const rental of context.rentals) {
    const dueTime = rental.isChecking ? Number.POSITIVE_INFINITY : rental.dueAt(intervals)
    if (!Number.isFinite(dueTime)) continue
    const at = steadyAt(context, rental, dueTime)
    if (first && (at > first.at || (at === first.at && dueTime >= first.dueTime))) continue
    first = { token: rental.token, at, dueTime }
  }
  return first && { token: first.token, at: first.at }
}

/**
 * Where there is more to do than the budget allows, what is merely due goes at an even rate, as bursts would come back
 * with every interval; what was never checked, or is overdue by more than an interval, need not wait.
 */
function steadyAt(
  { lastSentAt, intervals, now }: PollContext,
  rental: PolledRental,
  dueTime: number,
): number {
  if (intervals.slowdown === 1 || lastSentAt === undefined) return dueTime
  const evenTime = lastSentAt + EVEN_SHARE * (1_000 / intervals.settings.rate)
  const { check } = rental
  if (dueTime >= evenTime || check?.checkedAt === undefined) return dueTime
  return now - dueTime > staleTime(check, intervals) ? dueTime : evenTime
}

/** When a sound rental, a finished one if need be, is checked to tell one that fails from a server that is gone. */
function earlyAt({ circuit, intervals, lastSentAt = 0 }: PollContext): number | undefined {
  if (circuit.failures === 0 || circuit.lastFailedAt === undefined) return undefined
  const delay = intervals.hidden ? HIDDEN_EARLY_CHECK_DELAY_MS : EARLY_CHECK_DELAY_MS
  return Math.max(circuit.lastFailedAt, lastSentAt) + delay
}

/**
 * While nothing usable comes: one rental at a time, the one that was tried longest ago, or one that was just asked for.
 * Where few are checked by themselves the finished ones help, so that no broken rental passes for a server that is gone.
 */
function probe(context: PollContext): NextCheck | undefined {
  const { circuit, intervals, resumedAt, rentals } = context
  const failedAt = circuit.lastFailedAt ?? 0
  const newest = asked(context, failedAt)
  if (newest || intervals.settings.paused) return newest
  const automatic = rentals.filter(rental => Number.isFinite(rental.dueAt(intervals)))
  const longest = longestAgo(automatic.length < OPENS_AFTER_FAILURES ? rentals : automatic)
  const interval = intervals.hidden ? HIDDEN_PROBE_INTERVAL_MS : PROBE_INTERVAL_MS
  const isResumed = resumedAt !== undefined && resumedAt > failedAt
  return longest && { token: longest.token, at: failedAt + (isResumed ? RESUME_PROBE_DELAY_MS : interval) }
}

/** The rental that was tried longest ago. */
function longestAgo(rentals: readonly PolledRental[]): PolledRental | undefined {
  let longest: PolledRental | undefined
  for (const rental of rentals) {
    if (!rental.isChecking && (longest === undefined || triedAt(rental) < triedAt(longest))) longest = rental
  }
  return longest
}

function triedAt({ check }: PolledRental): number {
  return check?.checkedAt ?? Number.NEGATIVE_INFINITY
}
