import { classifyFault, type Fault, type Loss } from '../api/fault.ts'
import { backOff } from './check-interval.ts'

/**
 * What the checks of all rentals together say about the way to the provider. Times are ms on the board's clock; 0 is
 * never.
 */
export type Circuit = {
  /** Checks in a row, across rentals, that brought nothing usable. */
  readonly failures: number
  readonly firstFailedAt: number
  readonly lastFailedAt: number
  /** What the latest of them looked like. */
  readonly loss?: Loss
  /** When a lost connection last came back, or a refused account: what had backed off before is due from then on. */
  readonly recoveredAt: number
  /** Times in a row that the server asked for fewer requests, and until when. */
  readonly rateLimits: number
  readonly rateLimitedUntil: number
  /** The code of the account error that stops all polling, and how often in a row the account was tried in vain. */
  readonly accountError?: number | undefined
  readonly accountTries: number
  /** When the account is tried again, or the user went on: what was sent before says nothing new of it. */
  readonly retryAt: number
  readonly lastFault?: { readonly fault: Fault; readonly token: string; readonly at: number }
}

/** How one check ended: times in ms, `jitter` a draw from 0 to 1. */
export type CheckResult = {
  readonly token: string
  readonly startedAt: number
  readonly at: number
  readonly jitter: number
  readonly fault?: Fault | undefined
}

const noAccountError = { accountError: undefined, accountTries: 0 }

export const closedCircuit: Circuit = {
  failures: 0,
  firstFailedAt: 0,
  lastFailedAt: 0,
  recoveredAt: 0,
  rateLimits: 0,
  rateLimitedUntil: 0,
  accountTries: 0,
  retryAt: 0,
}

export const OPENS_AFTER_FAILURES = 5
/** Milliseconds: several broken rentals that are checked together are no lost connection. */
const OPENS_AFTER_MS = 10_000

const FIRST_RETRY_MS = 60_000
const MAX_RETRY_MS = 900_000

/** True when at least five checks in a row, over ten seconds, brought nothing usable, whichever rentals they were for. */
export function isOpen({ failures, firstFailedAt, lastFailedAt }: Circuit): boolean {
  return failures >= OPENS_AFTER_FAILURES && lastFailedAt - firstFailedAt >= OPENS_AFTER_MS
}

/** The circuit after one more check ended. */
export function recordResult(before: Circuit, result: CheckResult): Circuit {
  const { token, startedAt, at, jitter, fault } = result
  if (fault === undefined) return recordAnswer(before, result)
  const circuit = { ...before, lastFault: { fault, token, at } }
  const kind = classifyFault(fault)
  switch (kind) {
    case 'not-found':
    case 'refused':
      return recordAnswer(circuit, result)
    case 'account':
      return postponeRetry(circuit, result, fault.name === 'ApiError' ? fault.code : undefined)
    case 'rate-limited': {
      // Requests that left together are one warning.
      if (startedAt < circuit.rateLimitedUntil) return circuit
      const rateLimits = circuit.rateLimits + 1
      const named = fault.name === 'RateLimitError' ? fault.retryAfterMs : undefined
      const wait = named === undefined ? backOff(rateLimits, jitter) : Math.max(0, named)
      const rateLimitedUntil = at + Math.min(MAX_RETRY_MS, wait)
      return postponeRetry({ ...circuit, rateLimits, rateLimitedUntil }, result)
    }
    default: {
      const firstFailedAt = circuit.failures === 0 ? at : circuit.firstFailedAt
      const failures = circuit.failures + 1
      return postponeRetry({ ...circuit, failures, firstFailedAt, lastFailedAt: at, loss: kind }, result)
    }
  }
}

/** The circuit after a usable answer. One to a request from before a refusal does not say that it is over. */
function recordAnswer(circuit: Circuit, { startedAt, at }: CheckResult): Circuit {
  const isAccepted = circuit.accountError !== undefined && startedAt >= circuit.retryAt
  return {
    ...circuit,
    ...(isAccepted && noAccountError),
    failures: 0,
    rateLimits: startedAt < circuit.rateLimitedUntil ? circuit.rateLimits : 0,
    recoveredAt: isAccepted || isOpen(circuit) ? at : circuit.recoveredAt,
  }
}

/** Lets polling go on after an account error; what is sent from `at` on says whether it lasts. */
export function retry(circuit: Circuit, at: number): Circuit {
  return { ...circuit, ...noAccountError, retryAt: at, recoveredAt: at }
}

/** While the account is refused, each try in vain doubles the wait for the next; those under way before do not. */
function postponeRetry(circuit: Circuit, result: CheckResult, accountError = circuit.accountError): Circuit {
  const { startedAt, at } = result
  if (accountError === undefined || startedAt < circuit.retryAt) return circuit
  const accountTries = circuit.accountTries + 1
  const wait = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (accountTries - 1))
  return { ...circuit, accountError, accountTries, retryAt: at + wait }
}
