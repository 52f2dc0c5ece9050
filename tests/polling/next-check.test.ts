import { describe, expect, test } from 'vitest'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import { allowedAt, nextCheck } from '../../src/polling/next-check.ts'
import { fullLimiter } from '../../src/polling/rate-limiter.ts'
import { checkOf, contextOf, intervalsOf } from './checks.ts'

const now = 1_000_000
const never = Number.POSITIVE_INFINITY
const flying = { isChecking: true, check: checkOf() }
const overdue = { check: checkOf({ checkedAt: 0 }) }
const longer = { check: checkOf({ checkedAt: -30_000 }) }
const quiet = { check: checkOf({ status: 'downloaded' }) }
const lost = { ...closedCircuit, failures: 5, firstFailedAt: now - 20_000, lastFailedAt: now - 4_000 }
const refused = { ...closedCircuit, accountError: 10, accountTries: 1, retryAt: now }
const sentAt = (at: number) => ({ ...fullLimiter(0), sent: [{ at }] })
const hidden = intervalsOf({}, { hidden: true })
const paused = intervalsOf({ paused: true })

describe('whose check is next', () => {
  test.each([
    ['the only one', [overdue], 'a'],
    ['the most overdue', [overdue, longer], 'b'],
    ['one that was never checked', [overdue, {}], 'b'],
    ['the first listed of those', [{}, {}], 'a'],
    ['one that was asked for', [overdue, { ...quiet, askedAt: now - 1 }], 'b'],
    ['the newest ask', [{ askedAt: now - 9 }, { askedAt: now - 3 }, { askedAt: now - 5 }], 'b'],
    ['the first listed of those asked for together', [{ askedAt: now - 9 }, { askedAt: now - 9 }], 'a'],
    ['not one that is under way', [{ ...flying, askedAt: now - 1 }, overdue], 'b'],
  ] as const)('%s', (_, rentals, token) => {
    const next = nextCheck(contextOf(rentals))
    expect(next?.token).toBe(token)
    expect(next?.at).toBeLessThanOrEqual(now)
  })

  test.each([
    ['nothing is left to check', [quiet], {}],
    ['nothing is tracked', [], {}],
    ['the board is paused', [overdue], paused],
  ] as const)('nobody’s when %s', (_, rentals, context) => {
    expect(nextCheck(contextOf(rentals, context))).toBeUndefined()
  })

  test('its own moment, when nothing is due yet', () => {
    const rental = { check: checkOf({ checkedAt: now - 2_000 }) }
    expect(nextCheck(contextOf([rental]))).toEqual({ token: 'a', at: now + 10_000 })
  })

  test('what is asked for, also in a pause', () => {
    expect(nextCheck(contextOf([overdue, { askedAt: 5 }], paused))).toEqual({ token: 'b', at: 5 })
  })
})

describe('where there is more to do than the budget allows', () => {
  const slowed = { ...intervalsOf({}, { slowdown: 50 }), limiter: sentAt(now) }
  const due = { check: checkOf({ checkedAt: now - 500_100 }) }
  test.each([
    ['what is due goes evenly, at the rate of the budget', [due], 'a', now + 500],
    ['what was never checked goes before it', [due, {}], 'b', 0],
    ['what was asked for goes before it', [due, { ...quiet, askedAt: now }], 'b', now],
  ] as const)('%s', (_, rentals, token, at) => {
    expect(nextCheck(contextOf(rentals, slowed))).toEqual({ token, at })
  })
})

describe('the next request may go', () => {
  test.each([
    ['at once', [overdue], {}, now],
    ['after the wait that the server asked for', [], { rateLimitedUntil: now + 700 }, now + 700],
    ['at once when that is over', [], { rateLimitedUntil: now }, now],
    ['once one of four has ended', [flying, flying, flying, flying], {}, never],
    ['once the only one has ended while the connection is lost', [flying], lost, never],
    ['once the only one has ended while the account is refused', [flying], refused, never],
  ] as const)('%s', (_, rentals, circuit, at) => {
    expect(allowedAt(contextOf(rentals, { circuit: { ...closedCircuit, ...circuit } }))).toBe(at)
  })

  test('when the bucket holds one', () => {
    expect(allowedAt(contextOf([], { limiter: { ...fullLimiter(now), tokens: 0 } }))).toBe(now + 500)
  })
})

describe('a check brought forward', () => {
  const failing = { check: checkOf({ fault: 'unanswered', jitter: 1, checkedAt: now - 4_000 }) }
  const sound = { check: checkOf({ status: 'ready', checkedAt: now - 20_000 }) }
  const erroneous = { check: checkOf({ status: 'ready', fault: 'refused', checkedAt: now - 20_000 }) }
  const doubt = { ...closedCircuit, failures: 1, lastFailedAt: now - 4_000 }

  test.each([
    ['a sound rental, four seconds after a failure', [failing, sound], 'b'],
    ['a finished one where no other is sound', [failing, quiet], 'b'],
    ['a failing one where there is no sound one', [failing], 'a'],
    ['one whose own error is known', [failing, erroneous], 'b'],
  ] as const)('%s', (_, rentals, token) => {
    expect(nextCheck(contextOf(rentals, { circuit: doubt }))).toEqual({ token, at: now })
  })

  test.each([
    ['within four seconds of the failure', { circuit: { ...doubt, lastFailedAt: now - 1_000 } }, now + 3_000],
    ['within four seconds of another request', { circuit: doubt, limiter: sentAt(now - 500) }, now + 3_500],
  ] as const)('not %s', (_, context, at) => {
    expect(nextCheck(contextOf([failing, sound], context))?.at).toBe(at)
  })

  test.each([
    ['within a minute while the board is hidden', { circuit: doubt, ...hidden }],
    ['without a failure', {}],
    ['in a pause', { circuit: doubt, ...paused }],
  ] as const)('not %s', (_, context) => {
    expect(nextCheck(contextOf([failing, sound], context))?.at ?? never).toBeGreaterThan(now)
  })

  test('never delays what is due', () => {
    const circuit = { ...doubt, lastFailedAt: now - 10 }
    const next = nextCheck(contextOf([failing, overdue], { circuit }))
    expect(next?.token).toBe('b')
    expect(next?.at).toBeLessThan(now)
  })
})

describe('a lost connection', () => {
  test.each([
    ['with the rental that was tried longest ago', [overdue, longer], {}, { token: 'b', at: now }],
    ['once a minute while hidden', [overdue], hidden, { token: 'a', at: now + 56_000 }],
    ['not in a pause', [overdue], paused, undefined],
    [
      'with what the user has just asked for',
      [overdue, { ...quiet, askedAt: now - 1 }],
      {},
      { token: 'b', at: now - 1 },
    ],
  ] as const)('is probed %s', (_, rentals, context, next) => {
    expect(nextCheck(contextOf(rentals, { circuit: lost, ...context }))).toEqual(next)
  })

  test.each([
    ['four seconds after the last failure', [overdue]],
    ['no sooner for an ask from before it', [{ ...quiet, askedAt: 5 }]],
  ])('is probed %s', (_, rentals) => {
    const circuit = { ...lost, lastFailedAt: now - 1_500 }
    expect(nextCheck(contextOf(rentals, { circuit }))?.at).toBe(now + 2_500)
  })

  test.each([
    ['with a finished one too where fewer than five fail', 4, 'e'],
    ['with those that fail where there are five', 5, 'a'],
  ] as const)('is probed %s', (_, count, token) => {
    const failing = Array.from({ length: count }, () => ({
      check: checkOf({ fault: 'unanswered', checkedAt: 5 }),
    }))
    expect(nextCheck(contextOf([...failing, quiet], { circuit: lost }))?.token).toBe(token)
  })
})

describe('a refused account', () => {
  test.each([
    ['with the rental that was tried longest ago', [overdue, longer], {}, 'b'],
    ['with the one that is asked for', [overdue, { ...quiet, askedAt: 1 }], {}, 'b'],
    ['with a finished one', [quiet], {}, 'a'],
    ['not in a pause', [overdue], paused, undefined],
    ['not without a rental', [], {}, undefined],
  ] as const)('is tried again %s', (_, rentals, context, token) => {
    expect(nextCheck(contextOf(rentals, { circuit: refused, ...context }))?.token).toBe(token)
  })

  test('is not tried again before its time, even for an ask', () => {
    const circuit = { ...refused, retryAt: now + 9 }
    expect(nextCheck(contextOf([{ askedAt: 1 }], { circuit }))?.at).toBe(now + 9)
  })
})
