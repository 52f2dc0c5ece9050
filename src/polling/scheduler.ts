import { isOpen, MAX_CONSECUTIVE_FAILURES } from './circuit-breaker.ts'
import { type DueContext, dueAt, dueNotBefore, isAutomatic } from './due-time.ts'
import type { PollRecord } from './poll-record.ts'
import type { CheckQueue, Kind, PollRecords } from './poll-records.ts'
import { type Bucket, MAX_IN_FLIGHT, nextTokenAt } from './rate-limiter.ts'

/** Everything that a decision depends on. */
export type PollContext = DueContext & {
  readonly now: number
  /** Whether this tab polls for the browser. */
  readonly leading: boolean
  readonly records: PollRecords
  readonly bucket: Bucket
  /** When the latest request went out. */
  readonly lastSentAt: number | undefined
  /** When the page last came back to life: a lost connection is then probed at once. */
  readonly wokenAt: number | undefined
}

/** `early`: brought forward because another rental got no usable answer. `probe`: the only request while none does. */
export type CheckCause = 'asked' | 'due' | 'early' | 'probe'

/** `until` is when to decide again if nothing happens before; absent: only an event can change the answer. */
export type Decision =
  | { readonly kind: 'poll'; readonly token: string; readonly why: CheckCause }
  | { readonly kind: 'wait'; readonly until: number | undefined; readonly why: WaitReason }

type WaitReason = 'following' | 'slowed' | 'in-flight' | 'budget' | 'nothing-due'

/** The rental whose turn comes next, and when (ms; in the past when it is overdue). */
type NextCheck = { readonly token: string; readonly at: number; readonly why: CheckCause }

const PROBE_INTERVAL_MS = 4_000
const HIDDEN_PROBE_INTERVAL_MS = 60_000
const RESUME_PROBE_DELAY_MS = 1_000
/** Five requests this far apart find a dead server within 30 s of its death, at the default pace. */
const EARLY_CHECK_DELAY_MS = 3_000
const HIDDEN_EARLY_CHECK_DELAY_MS = 60_000

/** Who is polled next, or until when nobody is. */
export function decide(world: PollContext): Decision {
  const { now, health, rules } = world
  if (!world.leading) return wait(undefined, 'following')
  if (health.slowUntil !== undefined && now < health.slowUntil) return wait(health.slowUntil, 'slowed')
  const isProbed = isOpen(health) || health.blockedBy !== undefined
  if (world.records.underWay.size >= (isProbed ? 1 : MAX_IN_FLIGHT)) return wait(undefined, 'in-flight')
  const allowedAt = nextTokenAt(world.bucket, rules.settings.rate, now)
  if (allowedAt > now) return wait(allowedAt, 'budget')
  const turn = nextCheck(world)
  if (turn === undefined || turn.at > now) return wait(turn?.at, 'nothing-due')
  return { kind: 'poll', token: turn.token, why: turn.why }
}

/** Whose turn is next if nothing holds the board: the latest ask, then the most overdue. */
export function nextCheck(world: PollContext): NextCheck | undefined {
  if (world.health.blockedBy !== undefined) return trial(world)
  return isOpen(world.health) ? probe(world) : (asked(world) ?? due(world))
}

/** While the account is refused: one rental now and then, any of them. */
function trial(world: PollContext): NextCheck | undefined {
  const { token } = asked(world) ?? longestAgo(world) ?? {}
  if (token === undefined || world.rules.settings.paused) return undefined
  return { token, at: world.health.retryAt ?? 0, why: 'probe' }
}

/** The newest ask goes first, so that one rental can still be asked for after all of them were. */
function asked({ records }: PollContext, after = Number.NEGATIVE_INFINITY): NextCheck | undefined {
  const { token, askedAt } = records.newestAsk() ?? {}
  if (token === undefined || askedAt === undefined || askedAt <= after) return undefined
  return { token, at: askedAt, why: 'asked' }
}

function due(world: PollContext): NextCheck | undefined {
  if (world.rules.settings.paused) return undefined
  const first = earliest(world)
  const early = earlyAt(world)
  if (first === undefined || early === undefined || early >= first.at) return first
  const { token } = earliest(world, isSound) ?? longestAgo(world, isSound) ?? first
  return { token, at: early, why: 'early' }
}

function isSound({ fault }: Kind): boolean {
  return fault !== 'unanswered'
}

/** The rental that is due first, of the kinds wanted. */
function earliest(world: PollContext, isWanted = (_: Kind) => true): NextCheck | undefined {
  let first: NextCheck | undefined
  for (const lane of world.records.queues()) {
    if (!isWanted(lane) || !isAutomatic(lane, world.rules)) continue
    for (const record of lane.inOrder()) {
      if (first && dueNotBefore(record, world) >= first.at) break
      const at = record.startedAt === undefined ? dueAt(record, world) : undefined
      if (at !== undefined && (first === undefined || at < first.at)) {
        first = { token: record.token, at, why: 'due' }
      }
    }
  }
  return first
}

/** When a sound rental, a finished one if need be, is checked to tell one that fails from a server that is gone. */
function earlyAt({ health, rules, lastSentAt = 0 }: PollContext): number | undefined {
  if (health.streak === 0 || health.lastFailureAt === undefined) return undefined
  return (
    Math.max(health.lastFailureAt, lastSentAt) +
    (rules.hidden ? HIDDEN_EARLY_CHECK_DELAY_MS : EARLY_CHECK_DELAY_MS)
  )
}

/**
 * While nothing usable comes: one rental at a time, the one that was tried longest ago, or one that was just asked for.
 * Where few are checked by themselves the finished ones help, so that no broken rental passes for a server that is gone.
 */
function probe(world: PollContext): NextCheck | undefined {
  const { health, rules, wokenAt } = world
  const failedAt = health.lastFailureAt ?? 0
  const ask = asked(world, failedAt)
  if (ask || rules.settings.paused) return ask
  const automatic = [...world.records.queues()].filter(lane => isAutomatic(lane, rules))
  const isFew = automatic.reduce((count, { size }) => count + size, 0) < MAX_CONSECUTIVE_FAILURES
  const longest = longestAgo(world, lane => isFew || isAutomatic(lane, rules))
  const pause = rules.hidden ? HIDDEN_PROBE_INTERVAL_MS : PROBE_INTERVAL_MS
  const isWoken = wokenAt !== undefined && wokenAt > failedAt
  const at = failedAt + (isWoken ? RESUME_PROBE_DELAY_MS : pause)
  return longest && { token: longest.token, at, why: 'probe' }
}

/** The rental that was tried longest ago, of the kinds wanted. */
function longestAgo({ records }: PollContext, isWanted = (_: Kind) => true): PollRecord | undefined {
  let longest: PollRecord | undefined
  for (const lane of records.queues()) {
    const record = isWanted(lane) ? firstIdle(lane) : undefined
    if (record && (longest === undefined || triedAt(record) < triedAt(longest))) longest = record
  }
  return longest
}

function firstIdle(lane: CheckQueue): PollRecord | undefined {
  for (const record of lane.inOrder()) if (record.startedAt === undefined) return record
  return undefined
}

function triedAt({ lastDoneAt }: PollRecord): number {
  return lastDoneAt ?? Number.NEGATIVE_INFINITY
}

function wait(until: number | undefined, why: WaitReason): Decision {
  return { kind: 'wait', until, why }
}
