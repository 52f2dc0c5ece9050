import { backOff } from './backoff.ts'
import { clampInterval, type PollRules, pollInterval, shortestInterval } from './check-interval.ts'
import type { CircuitState } from './circuit-breaker.ts'
import type { PollRecord } from './poll-record.ts'
import type { Kind } from './poll-records.ts'

/** What the due time of every rental depends on besides its own record. */
export type DueContext = {
  readonly rules: PollRules
  readonly health: CircuitState
  /** See `stretchOf`. */
  readonly slowdown: number
}

/** Multiples of it, modulo 1, spread evenly however many are taken: each order gets its own moment. */
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** True for a rental that is checked without being asked for. */
export function isAutomatic(kind: Kind, rules: PollRules): boolean {
  return kind.fault === 'unanswered' || pollInterval(kind, rules) !== undefined
}

/**
 * When (ms, board's clock) a rental is to be checked, from what is known now, so that a change of pace or of
 * visibility counts at once; `undefined`: only when asked.
 */
export function dueAt(record: PollRecord, { rules, health, slowdown }: DueContext): number | undefined {
  const interval = pollInterval(record, rules)
  const { lastDoneAt } = record
  if (record.fault === 'unanswered' && lastDoneAt !== undefined) {
    const retryAt = lastDoneAt + Math.max(shortestInterval(rules), backOff(record.failures, record.jitter))
    const { recoveredAt } = health
    return recoveredAt !== undefined && recoveredAt > lastDoneAt ? Math.min(retryAt, recoveredAt) : retryAt
  }
  if (interval === undefined) return undefined
  if (lastDoneAt === undefined) return record.trackedAt
  if (slowdown > 1) return lastDoneAt + clampInterval(interval * slowdown)
  return nextPhase(record.order, interval, lastDoneAt)
}

/**
 * A moment (ms) that `dueAt` never comes before. Among rentals of one kind it is the later the later they were
 * checked, so that those behind one in a lane need no look once it is too late.
 */
export function dueNotBefore(record: PollRecord, environment: DueContext): number {
  const { lastDoneAt } = record
  const interval = pollInterval(record, environment.rules)
  const isOwnMoment = record.fault !== 'unanswered' && environment.slowdown <= 1
  if (isOwnMoment && interval !== undefined && lastDoneAt !== undefined) return lastDoneAt + interval / 2
  return dueAt({ ...record, jitter: 0 }, environment) ?? Number.POSITIVE_INFINITY
}

/**
 * The first of a rental's own moments at least half an interval after its latest check. Checks that happened
 * together (a paste, a wake-up) drift apart within one interval, then keep their exact period.
 */
function nextPhase(order: number, interval: number, lastDoneAt: number): number {
  const phase = Math.round(((order * GOLDEN_RATIO) % 1) * interval)
  const turns = Math.ceil((lastDoneAt + interval / 2 - phase) / interval)
  return turns * interval + phase
}
