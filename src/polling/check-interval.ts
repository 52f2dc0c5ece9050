import { classifyFault } from '../api/fault.ts'
import { states } from '../rentals/status.ts'
import type { Check } from './check.ts'
import { defaultPollSettings, type PollSettings } from './poll-settings.ts'

/** Of a board that is not on screen, and of a rental whose checks the provider refuses. */
const MIN_SLOW_INTERVAL_MS = 60_000

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
export function checkInterval(check: Check | undefined, settings: PollSettings, hidden: boolean): number {
  const base = baseInterval(check) ?? Number.POSITIVE_INFINITY
  const isSlow = hidden || (check?.fault && classifyFault(check.fault) === 'refused')
  return Math.max(isSlow ? MIN_SLOW_INTERVAL_MS : 0, base * (settings.pace / defaultPollSettings.pace))
}

/** How long (ms) a check stays fresh: stale means due. Infinity: until somebody asks. */
export function staleTime(check: Check | undefined, { settings, hidden, slowdown }: IntervalContext): number {
  if (check === undefined || check.failures === 0) return checkInterval(check, settings, hidden) * slowdown
  return Math.max(hidden ? MIN_SLOW_INTERVAL_MS : 0, backOff(check.failures, check.jitter))
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
  const { checkedAt, failures } = check
  const staleAt = checkedAt + freshFor
  if (failures > 0) return recoveredAt > checkedAt ? Math.min(staleAt, recoveredAt) : staleAt
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

/** Of rentals with these intervals (ms), the share (0 to 1) at which each is due: those on the same one stand evenly apart. */
export function evenPhases(intervals: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  const ranks = intervals.map(interval => {
    const rank = counts.get(interval) ?? 0
    counts.set(interval, rank + 1)
    return rank
  })
  return intervals.map((interval, index) => (ranks[index] ?? 0) / (counts.get(interval) ?? 1))
}

/**
 * By what factor (1 or more) all intervals (ms) grow so that these checks fit into the budget: 1,000 active rentals at
 * 10 s would need 100 requests a second, so at 2 a second each is checked every 500 s.
 * @param capacity requests a second that can really be had
 */
export function slowdownFactor(intervals: readonly number[], capacity: number): number {
  const demand = intervals.reduce((sum, interval) => sum + 1_000 / interval, 0)
  return Math.max(1, demand / capacity)
}
