import type { RentalStatus } from '../rentals/status.ts'
import type { ErrorClass } from './classify-error.ts'
import type { KnownOrPending } from './poll-status.ts'

/** Everything the scheduler knows of one rental. Times are milliseconds since 1970 on the board's clock. */
export type PollRecord = {
  readonly token: string
  /** Its place in the order of following: fixes which moment of the interval is its own. */
  readonly order: number
  readonly trackedAt: number
  readonly status: KnownOrPending
  /** What was wrong with the latest check: no usable answer, code 32, or another error of the rental's own. */
  readonly fault: 'unanswered' | 'not-found' | 'refused' | undefined
  /** Checks in a row without a usable answer. */
  readonly failures: number
  /** The draw (0 to 1) for this back-off, made once so that its length does not flicker. */
  readonly jitter: number
  readonly lastDoneAt: number | undefined
  /** When the user asked for a check that has not been answered yet. */
  readonly askedAt: number | undefined
  /** When the request that is under way began. */
  readonly startedAt: number | undefined
}

/** How one check ended. */
export type CheckOutcome = {
  readonly startedAt: number
  readonly at: number
  /** A draw from 0 to 1, used if the check failed. */
  readonly jitter: number
  readonly finding: ErrorClass
  /** The wait that the server asked for, ms, as it named it. */
  readonly retryAfterMs?: number | undefined
  /** The account error's code, when `finding` is `blocked`. */
  readonly code?: number | undefined
}

/** A rental that was just followed; `status` and `lastDoneAt` are given when an earlier reply was kept. */
export function newRecord(token: string, order: number, trackedAt: number): PollRecord {
  return {
    token,
    order,
    trackedAt,
    status: 'pending',
    fault: undefined,
    failures: 0,
    jitter: 0,
    lastDoneAt: undefined,
    askedAt: undefined,
    startedAt: undefined,
  }
}

/** The record after its check ended; `status` is what an answered check found. */
export function recordCheck(
  record: PollRecord,
  outcome: CheckOutcome,
  status: RentalStatus | undefined,
): PollRecord {
  const idle = { ...record, startedAt: undefined }
  const done = { ...idle, askedAt: undefined, lastDoneAt: outcome.at, failures: 0 }
  switch (outcome.finding) {
    case 'answered':
      return { ...done, fault: undefined, status: status ?? record.status }
    case 'not-found':
    case 'refused':
      return { ...done, fault: outcome.finding }
    case 'lost':
    case 'signed-out':
    case 'unusable':
      return { ...done, fault: 'unanswered', failures: record.failures + 1, jitter: outcome.jitter }
    case 'slowed':
    case 'blocked':
      return idle
  }
}
