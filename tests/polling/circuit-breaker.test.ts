import { expect, test } from 'vitest'
import { ApiError, DecodeError, HttpError, NetworkError, RateLimitError } from '../../src/api/errors.ts'
import { type FaultKind, toFault } from '../../src/api/fault.ts'
import {
  type CheckResult,
  type Circuit,
  closedCircuit,
  isOpen,
  recordResult,
  retry,
} from '../../src/polling/circuit-breaker.ts'

const errors: Record<FaultKind, Error> = {
  lost: new NetworkError('refused'),
  'signed-out': new DecodeError('html'),
  unusable: new HttpError(404),
  'not-found': new ApiError(32, ''),
  refused: new ApiError(33, ''),
  'rate-limited': new RateLimitError(undefined),
  account: new ApiError(10, ''),
}

type Ending = FaultKind | 'answered'

/** One check that ended so: `code` is the account error's, `retryAfterMs` what the server named. */
function outcome(
  ending: Ending,
  at: number,
  more: { startedAt?: number; code?: number; retryAfterMs?: number | undefined } = {},
): CheckResult {
  const { startedAt = at - 10, code, retryAfterMs } = more
  const error =
    ending === 'account' && code !== undefined
      ? new ApiError(code, '')
      : retryAfterMs === undefined
        ? ending !== 'answered' && errors[ending]
        : new RateLimitError(retryAfterMs)
  return { token: 'a', at, startedAt, jitter: 1, fault: error ? toFault(error) : undefined }
}

function after(...outcomes: CheckResult[]): Circuit {
  return outcomes.reduce(recordResult, closedCircuit)
}

const fiveFailures = [0, 3, 6, 9, 12].map(second => outcome('lost', second * 1_000))

test('four failures in a row are not yet a lost connection, five are', () => {
  expect(isOpen(after(...fiveFailures.slice(1)))).toBe(false)
  expect(isOpen(after(...fiveFailures))).toBe(true)
})

test('many broken rentals that are checked together are not yet a lost connection, ten seconds of them are', () => {
  const together = Array.from({ length: 30 }, (_, index) => outcome('unusable', index * 300))
  expect(isOpen(after(...together))).toBe(false)
  expect(isOpen(after(...together, outcome('unusable', 10_000)))).toBe(true)
})

test('what the answers look like is what the latest looked like', () => {
  expect(after(...fiveFailures, outcome('signed-out', 15_000)).loss).toBe('signed-out')
})

test.each(['answered', 'not-found', 'refused'] as const)(
  'a usable answer of any kind breaks the streak: %s',
  ending => {
    const circuit = after(...fiveFailures, outcome(ending, 13_000), outcome('lost', 14_000))
    expect(circuit.failures).toBe(1)
    const back = after(...fiveFailures, outcome(ending, 15_000))
    expect(isOpen(back)).toBe(false)
    expect(back.recoveredAt).toBe(15_000)
  },
)

test.each(['signed-out', 'unusable', 'rate-limited', 'account'] as const)(
  'an answer that is of no use leaves the connection lost: %s',
  ending => {
    expect(isOpen(after(...fiveFailures, outcome(ending, 15_000)))).toBe(true)
  },
)

test('a connection that was never lost does not come back', () => {
  expect(after(outcome('lost', 1_000), outcome('answered', 2_000)).recoveredAt).toBe(0)
})

test.each([
  { retryAfterMs: 99_999_999_999_000, until: 900_000 },
  { retryAfterMs: 300, until: 300 },
  { retryAfterMs: 42_000, until: 42_000 },
  { retryAfterMs: undefined, until: 10_000 },
])('Retry-After of $retryAfterMs ms slows the board for $until ms', ({ retryAfterMs, until }) => {
  expect(after(outcome('rate-limited', 1_000_000, { retryAfterMs })).rateLimitedUntil).toBe(1_000_000 + until)
})

test.each([0, -5_000, -86_400_000])('Retry-After of %d ms asks for no wait', wait => {
  const refusals = [21, 22, 23, 24, 25].map(second =>
    outcome('rate-limited', second * 1_000, { retryAfterMs: wait }),
  )
  expect(after(...refusals)).toMatchObject({ rateLimits: 5, rateLimitedUntil: 25_000, failures: 0 })
  expect(isOpen(after(...fiveFailures, ...refusals))).toBe(true)
})

test('a longer wait is not cut short by a shorter one', () => {
  const circuit = after(
    outcome('rate-limited', 1_000, { retryAfterMs: 60_000 }),
    outcome('rate-limited', 1_005, { retryAfterMs: 1_000 }),
  )
  expect(circuit.rateLimitedUntil).toBe(61_000)
})

test('without a wait named, each refusal doubles it, to five minutes', () => {
  let circuit = closedCircuit
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(round => {
    const at = round * 1_000_000
    circuit = recordResult(circuit, outcome('rate-limited', at))
    return circuit.rateLimitedUntil - at
  })
  expect(waits).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000])
})

test('refusals of requests that left together count once', () => {
  const together = [1_000, 1_001, 1_002].map(at => outcome('rate-limited', at, { startedAt: 900 }))
  expect(after(...together).rateLimits).toBe(1)
})

test('an answer to a request from before the refusal does not end the doubling', () => {
  const slowed = after(outcome('rate-limited', 1_000))
  const late = recordResult(slowed, outcome('answered', 1_500, { startedAt: 900 }))
  expect(late.rateLimits).toBe(1)
  expect(recordResult(late, outcome('answered', 12_000, { startedAt: 11_500 })).rateLimits).toBe(0)
})

test('an account error blocks until the user goes on or a later try succeeds', () => {
  const blocked = after(outcome('account', 1_000, { code: 10 }))
  expect(blocked.accountError).toBe(10)
  expect(recordResult(blocked, outcome('answered', 2_000, { startedAt: 900 })).accountError).toBe(10)
  expect(recordResult(blocked, outcome('refused', 61_010))).toMatchObject({
    accountError: undefined,
    accountTries: 0,
    recoveredAt: 61_010,
  })
  expect(retry(blocked, 3_000)).toMatchObject({ accountError: undefined, recoveredAt: 3_000 })
})

test.each(['account', 'lost', 'signed-out', 'unusable', 'rate-limited'] as const)(
  'every try in vain doubles the wait for the next, to a quarter of an hour: %s',
  ending => {
    let triedAt = 1_000
    let circuit = after(outcome('account', triedAt, { code: 96 }))
    const waits = Array.from({ length: 7 }, () => {
      const { retryAt } = circuit
      const wait = retryAt - triedAt
      triedAt = retryAt + 10
      circuit = recordResult(circuit, outcome(ending, triedAt, { startedAt: retryAt, code: 96 }))
      return wait / 60_000
    })
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15])
    expect(circuit.accountError).toBe(96)
  },
)

test('account errors of requests that left together count once', () => {
  const together = [1_000, 1_001, 1_002].map(at => outcome('account', at, { startedAt: 900, code: 10 }))
  expect(after(...together)).toMatchObject({ accountTries: 1, retryAt: 61_000 })
})

test('an account error of a request from before the user went on is out of date', () => {
  const again = retry(after(outcome('account', 1_000, { code: 10 })), 3_000)
  expect(
    recordResult(again, outcome('account', 3_500, { startedAt: 2_900, code: 10 })).accountError,
  ).toBeUndefined()
  expect(recordResult(again, outcome('account', 3_500, { startedAt: 3_000, code: 10 })).accountError).toBe(10)
})
