import { clampInterval, isActive, pollInterval } from './check-interval.ts'
import { isOpen } from './circuit-breaker.ts'
import { type DueContext, dueAt, isAutomatic } from './due-time.ts'
import type { PollRecord } from './poll-record.ts'
import type { PollRecords } from './poll-records.ts'
import type { Facts } from './poll-state.ts'
import type { CheckInfo, CheckReason, PollPhase, PollStatus } from './poll-status.ts'
import { nextCheck, type PollContext } from './scheduler.ts'

/** The status line's content. */
export function describePolling(world: PollContext, facts: Facts): PollStatus {
  const { health, rules, records } = world
  const phase = phaseOf(world)
  return {
    phase,
    paused: rules.settings.paused,
    leading: world.leading,
    until: phase === 'slowed' ? health.slowUntil : undefined,
    code: health.blockedBy,
    tracked: records.size,
    active: countActive(records),
    inFlight: records.underWay.size,
    rate: rules.settings.rate,
    nextCheckAt: phase === 'slowed' ? undefined : nextCheck(world)?.at,
    requestsLastMinute: facts.requestsLastMinute,
    lastReplyAt: facts.lastReplyAt,
    lastError: facts.lastError,
    slowedInterval: slowedInterval(world),
  }
}

/** What a rental's row says about its checks. */
export function describeChecks(record: PollRecord, environment: DueContext): CheckInfo {
  const why = reasonOf(record, environment)
  const isHeld = why === 'paused' || why === 'blocked'
  const due = record.askedAt ?? dueAt(record, environment)
  const slowUntil = environment.health.slowUntil ?? 0
  return {
    checking: record.startedAt !== undefined,
    nextCheckAt: due === undefined || isHeld ? undefined : Math.max(due, slowUntil),
    lastTriedAt: record.lastDoneAt,
    failures: record.failures,
    why,
  }
}

function phaseOf(world: PollContext): PollPhase {
  const { health, rules, records } = world
  if (health.blockedBy !== undefined) return 'blocked'
  if (rules.settings.paused) return 'paused'
  if (isOpen(health) && health.loss !== undefined && records.size > 0) return health.loss
  if (!isAnyWaitedFor(world)) return 'idle'
  return health.slowings > 0 ? 'slowed' : 'live'
}

function isAnyWaitedFor({ records, rules }: PollContext): boolean {
  if (records.isAnyAsked || records.underWay.size > 0) return true
  for (const lane of records.queues()) if (isAutomatic(lane, rules)) return true
  return false
}

function reasonOf(record: PollRecord, { rules, health }: DueContext): CheckReason {
  if (health.blockedBy !== undefined) return 'blocked'
  if (record.askedAt !== undefined) return 'asked'
  if (!isAutomatic(record, rules)) return 'finished'
  if (rules.settings.paused) return 'paused'
  if (record.fault === 'unanswered') return 'retry'
  return record.lastDoneAt === undefined ? 'first' : 'interval'
}

/** Taken from any active rental: all of them share the same interval. */
function slowedInterval({ records, rules, slowdown }: PollContext): number | undefined {
  if (slowdown === 1) return undefined
  for (const lane of records.queues()) {
    const interval = isActive(lane) && lane.fault === undefined && pollInterval(lane, rules)
    if (interval) return Math.round(clampInterval(interval * slowdown))
  }
  return undefined
}

function countActive(records: PollRecords): number {
  let count = 0
  for (const lane of records.queues()) if (isActive(lane)) count += lane.size
  return count
}
