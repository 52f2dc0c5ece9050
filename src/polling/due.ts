import { backOff } from './backoff.ts'
import type { Health } from './health.ts'
import { clampInterval, pollInterval, type Rules, shortestInterval } from './poll-interval.ts'
import type { PollRecord } from './poll-record.ts'

/** What the due time of every rental depends on besides its own record. */
export type Environment = {
  readonly rules: Rules
  readonly health: Health
  /** See `stretchOf`. */
  readonly stretch: number
}

/** Multiples of it, modulo 1, spread evenly however many are taken: each seat gets its own moment. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** True for a rental that is checked without being asked for. */
export function isAutomatic(record: PollRecord, rules: Rules): boolean {
  return record.fault === 'unanswered' || pollInterval(record, rules) !== undefined
}

/**
 * When (ms, board's clock) a rental is to be checked, from what is known now, so that a change of pace or of
 * visibility counts at once; `undefined`: only when asked.
 */
export function dueAt(record: PollRecord, { rules, health, stretch }: Environment): number | undefined {
  const interval = pollInterval(record, rules)
  const { lastDoneAt } = record
  if (record.fault === 'unanswered' && lastDoneAt !== undefined) {
    const retryAt = lastDoneAt + Math.max(shortestInterval(rules), backOff(record.failures, record.luck))
    const { recoveredAt } = health
    return recoveredAt !== undefined && recoveredAt > lastDoneAt ? Math.min(retryAt, recoveredAt) : retryAt
  }
  if (interval === undefined) return undefined
  if (lastDoneAt === undefined) return record.followedAt
  if (stretch > 1) return lastDoneAt + clampInterval(interval * stretch)
  return ownMoment(record.seat, interval, lastDoneAt)
}

/**
 * The first of a rental's own moments at least half an interval after its latest check. Checks that happened
 * together (a paste, a wake-up) drift apart within one interval, then keep their exact period.
 */
function ownMoment(seat: number, interval: number, lastDoneAt: number): number {
  const phase = Math.round(((seat * GOLDEN) % 1) * interval)
  const turns = Math.ceil((lastDoneAt + interval / 2 - phase) / interval)
  return turns * interval + phase
}
