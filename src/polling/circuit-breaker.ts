import * as z from 'zod/mini'
import { momentSchema } from '../api/rental.ts'
import { classifyFault, type Fault } from './check.ts'
import { backOff } from './check-interval.ts'
import { isLoss, losses } from './poll-status.ts'

const optionalTime = z.optional(momentSchema)
const count = z.int().check(z.nonnegative())

/** What the checks of all rentals together say about the way to the provider. Times in ms on the board's clock. */
export const circuitSchema = z.object({
  /** Checks in a row, across rentals, that brought nothing usable. */
  failures: count,
  firstFailedAt: optionalTime,
  lastFailedAt: optionalTime,
  /** What the latest of them looked like. */
  loss: z.optional(z.enum(losses)),
  /** When a lost connection last came back: what had backed off before then is due from then on. */
  recoveredAt: optionalTime,
  /** Times in a row that the server asked for fewer requests, when it last did, and until when. */
  rateLimits: count,
  rateLimitedAt: optionalTime,
  rateLimitedUntil: optionalTime,
  /** The code of the account error that stops all polling. */
  accountError: z.optional(z.number()),
  /** Times in a row that the account was tried in vain, when it last was, and when it is tried again. */
  refusals: count,
  refusedAt: optionalTime,
  retryAt: optionalTime,
  /** When the user last asked to go on: account errors of requests sent before it are out of date. */
  retriedAt: optionalTime,
})

export type Circuit = z.infer<typeof circuitSchema>

/** How one check ended: times in ms, `jitter` a draw from 0 to 1. */
export type CheckResult = {
  readonly startedAt: number
  readonly at: number
  readonly jitter: number
  readonly fault?: Fault | undefined
}

const noAccountError = { accountError: undefined, refusals: 0, refusedAt: undefined, retryAt: undefined }

export const closedCircuit: Circuit = { failures: 0, rateLimits: 0, ...noAccountError }

export const OPENS_AFTER_FAILURES = 5
/** Milliseconds: several broken rentals that are checked together are no lost connection. */
const OPENS_AFTER_MS = 10_000

const FIRST_RETRY_MS = 60_000
const MAX_RETRY_MS = 900_000
const MIN_RETRY_AFTER_MS = 1_000
const MAX_RETRY_AFTER_MS = 900_000

/** True when at least five checks in a row, over ten seconds, brought nothing usable, whichever rentals they were for. */
export function isOpen({ failures, firstFailedAt = 0, lastFailedAt = 0 }: Circuit): boolean {
  return failures >= OPENS_AFTER_FAILURES && lastFailedAt - firstFailedAt >= OPENS_AFTER_MS
}

/** The circuit after one more check ended. */
export function recordResult(circuit: Circuit, result: CheckResult): Circuit {
  const { fault, startedAt, at } = result
  const kind = fault && classifyFault(fault)
  if (kind === 'account') {
    if (isBefore(startedAt, circuit.retriedAt)) return circuit
    const accountError = fault?.name === 'ApiError' ? fault.code : undefined
    return postponeRetry({ ...circuit, accountError }, result)
  }
  if (kind === 'rate-limited') return postponeRetry(limitRate(circuit, result), result)
  if (isLoss(kind)) {
    const firstFailedAt = circuit.failures === 0 ? at : circuit.firstFailedAt
    const failures = circuit.failures + 1
    return postponeRetry({ ...circuit, failures, firstFailedAt, lastFailedAt: at, loss: kind }, result)
  }
  return {
    ...circuit,
    failures: 0,
    recoveredAt: isOpen(circuit) ? at : circuit.recoveredAt,
    rateLimits: isBefore(startedAt, circuit.rateLimitedUntil) ? circuit.rateLimits : 0,
    ...(!isUpTo(startedAt, circuit.refusedAt) && noAccountError),
  }
}

/** Lets polling go on after an account error. */
export function retry(circuit: Circuit, at: number): Circuit {
  return { ...circuit, ...noAccountError, retriedAt: at }
}

/** While the account is refused, each try in vain makes the wait for the next longer; those under way before do not. */
function postponeRetry(circuit: Circuit, { startedAt, at }: CheckResult): Circuit {
  if (circuit.accountError === undefined || isUpTo(startedAt, circuit.refusedAt)) return circuit
  const wait = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** circuit.refusals)
  return { ...circuit, refusals: circuit.refusals + 1, refusedAt: at, retryAt: at + wait }
}

/** Requests that left together are one warning: only one sent after the last makes the next wait longer. */
function limitRate(circuit: Circuit, { startedAt, at, jitter, fault }: CheckResult): Circuit {
  const isSame = isUpTo(startedAt, circuit.rateLimitedAt)
  const rateLimits = isSame ? Math.max(1, circuit.rateLimits) : circuit.rateLimits + 1
  const named = fault?.name === 'RateLimitError' ? fault.retryAfterMs : undefined
  const wait =
    named === undefined
      ? backOff(rateLimits, jitter)
      : Math.min(MAX_RETRY_AFTER_MS, Math.max(MIN_RETRY_AFTER_MS, named))
  const rateLimitedUntil = Math.max(circuit.rateLimitedUntil ?? 0, at + wait)
  return { ...circuit, rateLimits, rateLimitedAt: at, rateLimitedUntil }
}

function isBefore(startedAt: number, time: number | undefined): boolean {
  return time !== undefined && startedAt < time
}

function isUpTo(startedAt: number, time: number | undefined): boolean {
  return time !== undefined && startedAt <= time
}
