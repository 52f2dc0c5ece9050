import { states } from '../rentals/status.ts'
import { type Check, classifyFault } from './check.ts'
import { defaultPollSettings, type PollSettings } from './poll-settings.ts'

const MAX_INTERVAL_MS = 3_600_000
const MIN_HIDDEN_INTERVAL_MS = 60_000
const MIN_REFUSED_INTERVAL_MS = 60_000

const FIRST_BACKOFF_MS = 10_000
const MAX_BACKOFF_MS = 300_000
/** Full jitter may draw next to nothing; this floor keeps a failing server from being hammered. */
const MIN_BACKOFF_MS = 5_000

/** What shapes every interval besides the rental's own check. */
export type IntervalContext = {
  readonly settings: PollSettings
  /** The board is not on screen. */
  readonly hidden: boolean
  /** By what factor the intervals grow so that all checks fit into the budget; see `slowdownFactor`. */
  readonly slowdown: number
  /** When a lost connection last came back (ms; 0: never): what had backed off before then is due from then on. */
  readonly recoveredAt: number
}

/**
 * How long (ms) to wait after `failures` failures in a row: full jitter over 10 s doubling to 5 min.
 * @param jitter the draw, 0 to 1
 */
export function backOff(failures: number, jitter: number): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1))
  return Math.max(MIN_BACKOFF_MS, jitter * ceiling)
}

/** True for the rentals on the shortest interval: those that somebody waits for. */
export function isActive(check: Check | undefined): boolean {
  return baseInterval(check) === states.pending.checkMs
}

/** Milliseconds at the default pace; undefined: only when asked. */
function baseInterval(check: Check | undefined): number | undefined {
  if (check?.fault && classifyFault(check.fault) === 'not-found') return states['not-found'].checkMs
  return states[check?.reply?.rental.status ?? 'pending'].checkMs
}

/** Milliseconds between checks of a rental that answers, before any slowdown; Infinity: only when asked. */
export function checkInterval(
  check: Check | undefined,
  { settings, hidden }: Pick<IntervalContext, 'settings' | 'hidden'>,
): number {
  const base = baseInterval(check) ?? Number.POSITIVE_INFINITY
  const isRefused = check?.fault && classifyFault(check.fault) === 'refused'
  const least = Math.max(isRefused ? MIN_REFUSED_INTERVAL_MS : 0, hidden ? MIN_HIDDEN_INTERVAL_MS : 0)
  return Math.max(least, base * (settings.pace / defaultPollSettings.pace))
}

/** How long (ms) a check stays fresh: stale means due. Infinity: until somebody asks. */
export function staleTime(check: Check | undefined, context: IntervalContext): number {
  if (check && check.failures > 0) {
    return Math.max(context.hidden ? MIN_HIDDEN_INTERVAL_MS : 0, backOff(check.failures, check.jitter))
  }
  const interval = checkInterval(check, context)
  return Number.isFinite(interval) ? Math.min(MAX_INTERVAL_MS, interval * context.slowdown) : interval
}

/** What fixes when a rental is due: its check and its share (0 to 1) of the interval; see `evenPhases`. */
export type DueRental = { readonly check: Check | undefined; readonly phase: number }

/**
 * When a rental is due (ms on the board's clock), from what is known now, so that a change of pace or of visibility
 * counts at once. 0: before all others, as nobody knows how old its check is. Infinity: only when asked.
 */
export function dueAt({ check, phase }: DueRental, context: IntervalContext): number {
  const freshFor = staleTime(check, context)
  if (!Number.isFinite(freshFor)) return freshFor
  if (check?.checkedAt === undefined) return 0
  const { slowdown, recoveredAt } = context
  const { checkedAt } = check
  const staleAt = checkedAt + freshFor
  if (check.failures > 0) return recoveredAt > checkedAt ? Math.min(staleAt, recoveredAt) : staleAt
  return slowdown > 1 ? staleAt : nextOwnMoment(phase, freshFor, checkedAt)
}

/**
 * The first of a rental's own moments at least half an interval after its latest check. Checks that happened
 * together (a paste, a wake-up) drift apart within one interval, then keep their exact period.
 */
function nextOwnMoment(phase: number, interval: number, checkedAt: number): number {
  const offset = Math.round(phase * interval)
  return Math.ceil((checkedAt + interval / 2 - offset) / interval) * interval + offset
}

/** The share (0 to 1) of its interval at which each of these is due: those on the same one stand evenly apart. */
export function evenPhases(
  checks: readonly (Check | undefined)[],
  context: Pick<IntervalContext, 'settings' | 'hidden'>,
): readonly number[] {
  const counts = new Map<number, number>()
  const ranks = checks.map(check => {
    const interval = checkInterval(check, context)
    const rank = counts.get(interval) ?? 0
    counts.set(interval, rank + 1)
    return { interval, rank }
  })
  return ranks.map(({ interval, rank }) => rank / (counts.get(interval) ?? 1))
}

/**
 * By what factor (1 or more) all intervals grow so that these checks fit into the budget: 1,000 active rentals at
 * 10 s would need 100 requests a second, so at 2 a second each is checked every 500 s.
 * @param capacity requests a second that can really be had
 */
export function slowdownFactor(
  checks: Iterable<Check | undefined>,
  context: Pick<IntervalContext, 'settings' | 'hidden'>,
  capacity: number,
): number {
  let demand = 0
  for (const check of checks) demand += 1_000 / checkInterval(check, context)
  return Math.max(1, demand / capacity)
}
