import { expect, test } from 'vitest'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import { consume, fullLimiter } from '../../src/polling/rate-limiter.ts'
import { decode, encode, moveServiceTimes, type TabMessage } from '../../src/polling/tab-channel.ts'
import { checkOf } from './checks.ts'

const DAY_MS = 86_400_000

const hello: TabMessage = { kind: 'hello', rentals: [{ token: 'a', checkedAt: 1_000 }] }

function reportAt(at: number) {
  const check = checkOf({ status: 'ready', checkedAt: at })
  const circuit = { ...closedCircuit, rateLimitedUntil: at }
  const service = { circuit, limiter: consume(fullLimiter(at), 2, at) }
  return { kind: 'report' as const, checks: [{ token: 'a', check }], service, hidden: false }
}

function travel(data: unknown, clockOffset: number) {
  return decode(structuredClone(data), clockOffset)
}

test.each([hello, reportAt(1_000)])('a message arrives as it was sent: $kind', message => {
  expect(travel(encode(message, 0), 0)).toEqual(message)
})

test('what was sent on another clock is passed over, however long it lay in the queue', () => {
  expect(travel(encode(reportAt(DAY_MS + 100), DAY_MS), 0)).toBeUndefined()
})

test('what is known of the service moves with the clock, and what never was does not', () => {
  const moved = moveServiceTimes(reportAt(DAY_MS + 100).service, at => (at > DAY_MS ? at - DAY_MS : at))
  expect(moved).toEqual(reportAt(100).service)
})

test('a few milliseconds between two clocks move nothing', () => {
  expect(travel(encode(hello, 4), -3)).toEqual(hello)
})

const rental = checkOf({ status: 'ready' }).reply?.rental
const replied = (change: object) => ({
  ...reportAt(1),
  checks: [{ token: 'a', check: { ...checkOf(), reply: { rental: { ...rental, ...change }, at: 1 } } }],
})

test.each<[string, object]>([
  ['a moment before all', reportAt(-1e308)],
  ['a moment after all', reportAt(1e308)],
  ['a total that is no amount', replied({ cost: { total: 'xyz' } })],
  ['half a contact', replied({ phoneNumbers: 0.5 })],
  ['a draw above 1', { ...reportAt(1), checks: [{ token: 'a', check: checkOf({ jitter: 2 }) }] }],
  ['a check from after all', { kind: 'hello', rentals: [{ token: 'a', checkedAt: 1e308 }] }],
])('%s is passed over', (_, message) => {
  const body = (content: object) => ({ ...encode(hello, 0), body: JSON.stringify(content) })
  expect(decode(body(replied({})), 0)).toBeDefined()
  expect(decode(body(message), 0)).toBeUndefined()
})

test.each([
  ['null', null],
  ['text', 'x'],
  ['no clock', { body: encode(hello, 0).body }],
  ['a clock that is none', { ...encode(hello, 0), clockOffset: Number.POSITIVE_INFINITY }],
  ['a clock beyond all time', { ...encode(hello, 0), clockOffset: 1e308 }],
  ['a kind that this version does not know', { ...encode(hello, 0), body: '{"kind":"dance"}' }],
  ['a field that is missing', { ...encode(hello, 0), body: '{"kind":"hello"}' }],
  ['a body that is no JSON', { ...encode(hello, 0), body: '{' }],
])('what no board of this form sent is passed over: %s', (_, data) => {
  expect(decode(data, 0)).toBeUndefined()
})
