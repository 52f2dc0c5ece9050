import { classifyFault } from '../api/fault.ts'
import { states } from '../rentals/status.ts'
import type { Check } from './check.ts'

/** What the user chooses, remembered and kept within bounds by the caller. */
export type PollSettings = {
  readonly paused: boolean
  /** Milliseconds between checks of an active rental; the other intervals scale with it. */
  readonly pace: number
  /** Requests a second, 0.2 to 10. */
  readonly rate: number
}

/** The pace that the intervals of `states` are made for. */
const DEFAULT_PACE_MS = 10_000

/** At least so long for a board that is not on screen, and for a rental whose checks the provider refuses. */
export const SLOW_INTERVAL_MS = 60_000

const FIRST_BACKOFF_MS = 10_000
const MAX_BACKOFF_MS = 300_000
/** Full jitter may draw next to nothing; this floor keeps a failing server from being hammered. */
const MIN_BACKOFF_MS = 5_000

/**
 * How long (ms) to wait after `failures` failures in a row: full jitter over 10 s doubling to 5 min.
 * @param jitter the draw, 0 to 1
 */
export function backOff(failures: number, jitter: number): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1))
  return Math.max(MIN_BACKOFF_MS, jitter * ceiling)
}

/** Milliseconds between checks of a rental that answers, before any slowdown; Infinity: only when asked. */
export function checkInterval(check: Check | undefined, settings: PollSettings, hidden: boolean): number {
  const kind = check?.fault && classifyFault(check.fault)
  const state = kind === 'not-found' ? kind : (check?.reply?.rental.status ?? 'pending')
  const interval = (states[state].checkMs ?? Number.POSITIVE_INFINITY) * (settings.pace / DEFAULT_PACE_MS)
  return Math.max(hidden || kind === 'refused' ? SLOW_INTERVAL_MS : 0, interval)
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

/** The share (0 to 1) of its interval at which each of these is due: equal ones stand evenly apart, in their order. */
export function evenPhases(intervals: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  const ranks = intervals.map(interval => {
    const rank = counts.get(interval) ?? 0
    counts.set(interval, rank + 1)
    return rank
  })
  return intervals.map((interval, index) => (ranks[index] ?? 0) / (counts.get(interval) ?? 1))
}
