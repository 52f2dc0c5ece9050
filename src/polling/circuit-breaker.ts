import * as z from 'zod/mini'
import { type Fault, faultSchema } from '../api/fault.ts'
import { momentSchema } from '../api/rental.ts'
import { classifyFault, losses, mayComeBack } from './check.ts'
import { backOff } from './check-interval.ts'

const count = z.int().check(z.nonnegative())

/**
 * What the checks of all rentals together say about the way to the provider. Times are ms on the board's clock; 0 is
 * never.
 */
export const circuitSchema = z.object({
  /** Checks in a row, across rentals, that brought nothing usable. */
  failures: count,
  firstFailedAt: momentSchema,
  lastFailedAt: momentSchema,
  /** What the latest of them looked like. */
  loss: z.optional(z.enum(losses)),
  /** When a lost connection last came back: what had backed off before then is due from then on. */
  recoveredAt: momentSchema,
  /** Times in a row that the server asked for fewer requests, and until when. */
  rateLimits: count,
  rateLimitedUntil: momentSchema,
  /** The code of the account error that stops all polling. */
  accountError: z.optional(z.number()),
  /** When the account was last tried in vain, or the user went on: what was sent before says nothing new of it. */
  refusedAt: momentSchema,
  /** When the account is tried again. */
  retryAt: momentSchema,
  lastFault: z.optional(z.object({ fault: faultSchema, token: z.string(), at: momentSchema })),
})

export type Circuit = Readonly<z.infer<typeof circuitSchema>>

/** How one check ended: times in ms, `jitter` a draw from 0 to 1. */
export type CheckResult = {
  readonly token: string
  readonly startedAt: number
  readonly at: number
  readonly jitter: number
  readonly fault?: Fault | undefined
}

const noAccountError = { accountError: undefined, refusedAt: 0, retryAt: 0 }

export const closedCircuit: Circuit = {
  ...{ failures: 0, firstFailedAt: 0, lastFailedAt: 0, recoveredAt: 0 },
  ...{ rateLimits: 0, rateLimitedUntil: 0 },
  ...noAccountError,
}

export const OPENS_AFTER_FAILURES = 5
/** Milliseconds: several broken rentals that are checked together are no lost connection. */
const OPENS_AFTER_MS = 10_000

const FIRST_RETRY_MS = 60_000
const MAX_RETRY_MS = 900_000
const MIN_RETRY_AFTER_MS = 1_000
const MAX_RETRY_AFTER_MS = 900_000

/** True when at least five checks in a row, over ten seconds, brought nothing usable, whichever rentals they were for. */
export function isOpen({ failures, firstFailedAt, lastFailedAt }: Circuit): boolean {
  return failures >= OPENS_AFTER_FAILURES && lastFailedAt - firstFailedAt >= OPENS_AFTER_MS
}

/** The circuit after one more check ended. */
export function recordResult(before: Circuit, result: CheckResult): Circuit {
  const { token, startedAt, at, fault } = result
  const circuit = fault ? { ...before, lastFault: { fault, token, at } } : before
  const kind = fault && classifyFault(fault)
  switch (kind) {
    case 'account':
      if (startedAt <= circuit.refusedAt) return circuit
      return postponeRetry(
        { ...circuit, accountError: fault?.name === 'ApiError' ? fault.code : undefined },
        result,
      )
    case 'rate-limited':
      return postponeRetry(limitRate(circuit, result), result)
    case 'lost':
    case 'signed-out':
    case 'unusable': {
      const firstFailedAt = circuit.failures === 0 ? at : circuit.firstFailedAt
      const failures = circuit.failures + 1
      return postponeRetry({ ...circuit, failures, firstFailedAt, lastFailedAt: at, loss: kind }, result)
    }
    default:
      return {
        ...circuit,
        failures: 0,
        recoveredAt: isOpen(circuit) ? at : circuit.recoveredAt,
        rateLimits: startedAt < circuit.rateLimitedUntil ? circuit.rateLimits : 0,
        ...(startedAt > circuit.refusedAt && noAccountError),
      }
  }
}

/** Lets polling go on after an account error; what is sent from `at` on says whether it lasts. */
export function retry(circuit: Circuit, at: number): Circuit {
  return { ...circuit, ...noAccountError, refusedAt: at - 1 }
}

/** While the account is refused, each try in vain doubles the wait for the next; those under way before do not. */
function postponeRetry(circuit: Circuit, { startedAt, at }: CheckResult): Circuit {
  const { accountError, refusedAt, retryAt } = circuit
  if (accountError === undefined || startedAt <= refusedAt) return circuit
  const wait = Math.min(MAX_RETRY_MS, Math.max(FIRST_RETRY_MS, 2 * (retryAt - refusedAt)))
  return { ...circuit, refusedAt: at, retryAt: at + wait }
}

/** Requests that left together are one warning: only one sent after the wait makes the next wait longer. */
function limitRate(circuit: Circuit, { startedAt, at, jitter, fault }: CheckResult): Circuit {
  if (fault && mayComeBack(fault)) return { ...circuit, lastFailedAt: at }
  const isSame = startedAt < circuit.rateLimitedUntil
  const rateLimits = isSame ? Math.max(1, circuit.rateLimits) : circuit.rateLimits + 1
  const named = fault?.name === 'RateLimitError' ? fault.retryAfterMs : undefined
  const wait =
    named === undefined
      ? backOff(rateLimits, jitter)
      : Math.min(MAX_RETRY_AFTER_MS, Math.max(MIN_RETRY_AFTER_MS, named))
  return { ...circuit, rateLimits, rateLimitedUntil: Math.max(circuit.rateLimitedUntil, at + wait) }
}
