import { backOff, clampRetryAfter, retryPause } from './backoff.ts'
import type { CheckOutcome } from './poll-record.ts'
import type { Loss } from './poll-status.ts'

/** What the checks of all rentals together say about the way to the provider. Times in ms on the board's clock. */
export type CircuitState = {
  /** Checks in a row, across rentals, that brought nothing usable. */
  readonly streak: number
  readonly firstFailureAt: number | undefined
  readonly lastFailureAt: number | undefined
  /** What the latest of them looked like. */
  readonly loss: Loss | undefined
  /** When a lost connection last came back: what had backed off before then is due from then on. */
  readonly recoveredAt: number | undefined
  readonly slowedAt: number | undefined
  readonly slowUntil: number | undefined
  /** Times in a row that the server asked for fewer requests. */
  readonly slowings: number
  /** The account error that stops all polling. */
  readonly blockedBy: number | undefined
  /** When the account was last tried in vain, and when it is tried again. */
  readonly blockedAt: number | undefined
  readonly retryAt: number | undefined
  /** Times in a row that it was tried in vain. */
  readonly refusals: number
  /** When the user last asked to go on: account errors of requests sent before it are out of date. */
  readonly retriedAt: number | undefined
}

const unblocked = { blockedBy: undefined, blockedAt: undefined, retryAt: undefined, refusals: 0 }

export const closedCircuit: CircuitState = {
  streak: 0,
  firstFailureAt: undefined,
  lastFailureAt: undefined,
  loss: undefined,
  recoveredAt: undefined,
  slowedAt: undefined,
  slowUntil: undefined,
  slowings: 0,
  ...unblocked,
  retriedAt: undefined,
}

export const MAX_CONSECUTIVE_FAILURES = 5
/** Milliseconds: several broken rentals that are checked together are no lost connection. */
const LOST_AFTER_MS = 10_000

/** True when at least five checks in a row, over ten seconds, brought nothing usable, whichever rentals they were for. */
export function isOpen({ streak, firstFailureAt = 0, lastFailureAt = 0 }: CircuitState): boolean {
  return streak >= MAX_CONSECUTIVE_FAILURES && lastFailureAt - firstFailureAt >= LOST_AFTER_MS
}

/** The board's health after one more check ended. */
export function recordResult(health: CircuitState, outcome: CheckOutcome): CircuitState {
  switch (outcome.finding) {
    case 'lost':
    case 'signed-out':
    case 'unusable':
      return postpone(fail(health, outcome.at, outcome.finding), outcome)
    case 'slowed':
      return postpone(slow(health, outcome), outcome)
    case 'blocked':
      if (isBefore(outcome, health.retriedAt)) return health
      return postpone({ ...health, blockedBy: outcome.code }, outcome)
    default:
      return recover(health, outcome)
  }
}

/** Lets polling go on after an account error. */
export function retry(health: CircuitState, at: number): CircuitState {
  return { ...health, ...unblocked, retriedAt: at }
}

function fail(health: CircuitState, at: number, loss: Loss): CircuitState {
  const firstFailureAt = health.streak === 0 ? at : health.firstFailureAt
  return { ...health, streak: health.streak + 1, firstFailureAt, lastFailureAt: at, loss }
}

function recover(health: CircuitState, outcome: CheckOutcome): CircuitState {
  return {
    ...health,
    streak: 0,
    recoveredAt: isOpen(health) ? outcome.at : health.recoveredAt,
    slowings: isBefore(outcome, health.slowUntil) ? health.slowings : 0,
    ...(!isFromBeforeBlock(outcome, health) && unblocked),
  }
}

/** While the account is refused, each try in vain makes the wait for the next longer; those under way before do not. */
function postpone(health: CircuitState, outcome: CheckOutcome): CircuitState {
  if (health.blockedBy === undefined || isFromBeforeBlock(outcome, health)) return health
  const refusals = health.refusals + 1
  return { ...health, refusals, blockedAt: outcome.at, retryAt: outcome.at + retryPause(refusals) }
}

/** Requests that left together are one warning: only one sent after the last makes the next wait longer. */
function slow(health: CircuitState, outcome: CheckOutcome): CircuitState {
  const slowings = isBefore(outcome, health.slowedAt) ? Math.max(1, health.slowings) : health.slowings + 1
  const { retryAfterMs } = outcome
  const wait = retryAfterMs === undefined ? backOff(slowings, outcome.jitter) : clampRetryAfter(retryAfterMs)
  const slowUntil = Math.max(health.slowUntil ?? 0, outcome.at + wait)
  return { ...health, slowings, slowedAt: outcome.at, slowUntil }
}

/** True for a request that was under way when the account was last tried in vain. */
function isFromBeforeBlock(
  { startedAt }: CheckOutcome,
  { blockedAt = Number.NEGATIVE_INFINITY }: CircuitState,
): boolean {
  return startedAt <= blockedAt
}

function isBefore(outcome: CheckOutcome, time: number | undefined): boolean {
  return time !== undefined && outcome.startedAt < time
}
