import { backOff, waitAsked } from './backoff.ts'
import type { Outcome } from './poll-record.ts'

/** What the checks of all rentals together say about the way to the provider. Times in ms on the board's clock. */
export type Health = {
  /** Checks in a row, across rentals, that nobody answered. */
  readonly streak: number
  readonly lastFailureAt: number | undefined
  /** When a lost connection last came back: what had backed off before then is due from then on. */
  readonly recoveredAt: number | undefined
  readonly slowedAt: number | undefined
  readonly slowUntil: number | undefined
  /** Times in a row that the server asked for fewer requests. */
  readonly slowings: number
  /** The account error that stops all polling. */
  readonly blockedBy: number | undefined
  /** When the user last asked to go on: account errors of requests sent before it are out of date. */
  readonly retriedAt: number | undefined
}

export const healthy: Health = {
  streak: 0,
  lastFailureAt: undefined,
  recoveredAt: undefined,
  slowedAt: undefined,
  slowUntil: undefined,
  slowings: 0,
  blockedBy: undefined,
  retriedAt: undefined,
}

const LOST_AFTER = 5

/** True when five checks in a row, whichever rentals they were for, brought no answer. */
export function isLost(health: Health): boolean {
  return health.streak >= LOST_AFTER
}

/** The board's health after one more check ended. */
export function observe(health: Health, outcome: Outcome): Health {
  if (outcome.finding === 'lost') return { ...health, streak: health.streak + 1, lastFailureAt: outcome.at }
  const reached = isLost(health) ? { ...health, recoveredAt: outcome.at } : health
  const connected = { ...reached, streak: 0 }
  switch (outcome.finding) {
    case 'slowed':
      return slow(connected, outcome)
    case 'blocked':
      return isBefore(outcome, health.retriedAt) ? connected : { ...connected, blockedBy: outcome.code }
    default:
      return isBefore(outcome, health.slowUntil) ? connected : { ...connected, slowings: 0 }
  }
}

/** Lets polling go on after an account error. */
export function retry(health: Health, at: number): Health {
  return { ...health, blockedBy: undefined, retriedAt: at }
}

/** Requests that left together are one warning: only one sent after the last makes the next wait longer. */
function slow(health: Health, outcome: Outcome): Health {
  const slowings = isBefore(outcome, health.slowedAt) ? Math.max(1, health.slowings) : health.slowings + 1
  const { retryAfterMs } = outcome
  const wait = retryAfterMs === undefined ? backOff(slowings, outcome.luck) : waitAsked(retryAfterMs)
  const slowUntil = Math.max(health.slowUntil ?? 0, outcome.at + wait)
  return { ...health, slowings, slowedAt: outcome.at, slowUntil }
}

function isBefore(outcome: Outcome, time: number | undefined): boolean {
  return time !== undefined && outcome.startedAt < time
}
