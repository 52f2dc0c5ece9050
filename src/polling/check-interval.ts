import { states } from '../rentals/status.ts'
import type { Crowd, Kind } from './poll-records.ts'
import { defaultPollSettings, type PollSettings } from './poll-status.ts'

const MIN_INTERVAL_MS = 5_000
const MAX_INTERVAL_MS = 3_600_000
const MIN_HIDDEN_INTERVAL_MS = 60_000
const MIN_REFUSED_INTERVAL_MS = 60_000

/** What shapes every interval: the user's settings, and whether no tab of the board is on screen. */
export type PollRules = { readonly settings: PollSettings; readonly hidden: boolean }

/** Keeps an interval (ms) between 5 s and 1 h: a timer of 0, NaN or 2^31 ms stops or spins. */
export function clampInterval(ms: number): number {
  return Math.min(MAX_INTERVAL_MS, Math.max(MIN_INTERVAL_MS, ms))
}

/** Milliseconds between checks of a rental that answers, before any stretching; `undefined`: only when asked. */
export function pollInterval({ status, fault }: Kind, { settings, hidden }: PollRules): number | undefined {
  const base = states[fault === 'not-found' ? fault : status].checkMs
  if (base === undefined) return undefined
  const paced = base * (settings.pace / defaultPollSettings.pace)
  const refused = fault === 'refused' ? MIN_REFUSED_INTERVAL_MS : 0
  return clampInterval(Math.max(paced, refused, hidden ? MIN_HIDDEN_INTERVAL_MS : 0))
}

/** True for the rentals on the shortest interval: those that somebody waits for. */
export function isActive({ status, fault }: Kind): boolean {
  return fault !== 'not-found' && states[status].checkMs === states.pending.checkMs
}

/**
 * By what factor (1 or more) all intervals grow so that the checks fit into the board's capacity: 1,000 active
 * rentals at 10 s would need 100 requests a second, so at 2 a second each is checked every 500 s.
 */
export function slowdownFactor(crowds: Iterable<Crowd>, rules: PollRules, capacity: number): number {
  let demand = 0
  for (const crowd of crowds) {
    demand += (crowd.size * 1_000) / (pollInterval(crowd, rules) ?? Number.POSITIVE_INFINITY)
  }
  return Math.max(1, demand / capacity)
}

/** No rental is checked more often than this (ms) while the board is hidden. */
export function shortestInterval({ hidden }: PollRules): number {
  return hidden ? MIN_HIDDEN_INTERVAL_MS : 0
}
