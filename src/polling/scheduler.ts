import { type Bucket, MAX_IN_FLIGHT, nextTokenAt } from './budget.ts'
import { dueAt, dueNotBefore, type Environment, isAutomatic } from './due.ts'
import { isLost, LOST_AFTER } from './health.ts'
import type { PollRecord } from './poll-record.ts'
import type { Kind, Lane, PollRecords } from './poll-records.ts'

/** Everything that a decision depends on. */
export type World = Environment & {
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
export type Why = 'asked' | 'due' | 'early' | 'probe'

/** `until` is when to decide again if nothing happens before; absent: only an event can change the answer. */
export type Decision =
  | { readonly kind: 'poll'; readonly token: string; readonly why: Why }
  | { readonly kind: 'wait'; readonly until: number | undefined; readonly why: Hold }

export type Hold = 'following' | 'slowed' | 'in-flight' | 'budget' | 'nothing-due'

/** The rental whose turn comes next, and when (ms; in the past when it is overdue). */
export type Turn = { readonly token: string; readonly at: number; readonly why: Why }

const PROBE_EVERY = 4_000
const PROBE_EVERY_HIDDEN = 60_000
const PROBE_AFTER_WAKING = 1_000
/** Five requests this far apart find a dead server within 30 s of its death, at the default pace. */
const EARLY_AFTER = 3_000
const EARLY_AFTER_HIDDEN = 60_000

/** Who is polled next, or until when nobody is. */
export function decide(world: World): Decision {
  const { now, health, rules } = world
  if (!world.leading) return wait(undefined, 'following')
  if (health.slowUntil !== undefined && now < health.slowUntil) return wait(health.slowUntil, 'slowed')
  const isProbed = isLost(health) || health.blockedBy !== undefined
  if (world.records.underWay.size >= (isProbed ? 1 : MAX_IN_FLIGHT)) return wait(undefined, 'in-flight')
  const allowedAt = nextTokenAt(world.bucket, rules.settings.rate, now)
  if (allowedAt > now) return wait(allowedAt, 'budget')
  const turn = nextTurn(world)
  if (turn === undefined || turn.at > now) return wait(turn?.at, 'nothing-due')
  return { kind: 'poll', token: turn.token, why: turn.why }
}

/** Whose turn is next if nothing holds the board: the latest ask, then the most overdue. */
export function nextTurn(world: World): Turn | undefined {
  if (world.health.blockedBy !== undefined) return trial(world)
  return isLost(world.health) ? probe(world) : (asked(world) ?? due(world))
}

/** While the account is refused: one rental now and then, any of them. */
function trial(world: World): Turn | undefined {
  const { token } = asked(world) ?? longestAgo(world) ?? {}
  if (token === undefined || world.rules.settings.paused) return undefined
  return { token, at: world.health.retryAt ?? 0, why: 'probe' }
}

/** The newest ask goes first, so that one rental can still be asked for after all of them were. */
function asked({ records }: World, after = Number.NEGATIVE_INFINITY): Turn | undefined {
  const { token, askedAt } = records.newestAsk() ?? {}
  if (token === undefined || askedAt === undefined || askedAt <= after) return undefined
  return { token, at: askedAt, why: 'asked' }
}

function due(world: World): Turn | undefined {
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
function earliest(world: World, isWanted = (_: Kind) => true): Turn | undefined {
  let first: Turn | undefined
  for (const lane of world.records.lanes()) {
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
function earlyAt({ health, rules, lastSentAt = 0 }: World): number | undefined {
  if (health.streak === 0 || health.lastFailureAt === undefined) return undefined
  return Math.max(health.lastFailureAt, lastSentAt) + (rules.hidden ? EARLY_AFTER_HIDDEN : EARLY_AFTER)
}

/**
 * While nothing usable comes: one rental at a time, the one that was tried longest ago, or one that was just asked for.
 * Where few are checked by themselves the finished ones help, so that no broken rental passes for a server that is gone.
 */
function probe(world: World): Turn | undefined {
  const { health, rules, wokenAt } = world
  const failedAt = health.lastFailureAt ?? 0
  const ask = asked(world, failedAt)
  if (ask || rules.settings.paused) return ask
  const automatic = [...world.records.lanes()].filter(lane => isAutomatic(lane, rules))
  const isFew = automatic.reduce((count, { size }) => count + size, 0) < LOST_AFTER
  const longest = longestAgo(world, lane => isFew || isAutomatic(lane, rules))
  const pause = rules.hidden ? PROBE_EVERY_HIDDEN : PROBE_EVERY
  const isWoken = wokenAt !== undefined && wokenAt > failedAt
  const at = failedAt + (isWoken ? PROBE_AFTER_WAKING : pause)
  return longest && { token: longest.token, at, why: 'probe' }
}

/** The rental that was tried longest ago, of the kinds wanted. */
function longestAgo({ records }: World, isWanted = (_: Kind) => true): PollRecord | undefined {
  let longest: PollRecord | undefined
  for (const lane of records.lanes()) {
    const record = isWanted(lane) ? firstIdle(lane) : undefined
    if (record && (longest === undefined || triedAt(record) < triedAt(longest))) longest = record
  }
  return longest
}

function firstIdle(lane: Lane): PollRecord | undefined {
  for (const record of lane.inOrder()) if (record.startedAt === undefined) return record
  return undefined
}

function triedAt({ lastDoneAt }: PollRecord): number {
  return lastDoneAt ?? Number.NEGATIVE_INFINITY
}

function wait(until: number | undefined, why: Hold): Decision {
  return { kind: 'wait', until, why }
}
