import { expect, test } from 'vitest'
import { decode, encode } from '../../src/polling/tab-messages.ts'

const rental = {
  status: 'ready',
  targeting: { minAge: 18, zipcodes: ['60200'], departments: [] },
  places: [{ wanted: 10 }],
  flags: [],
} as const

const DAY_MS = 86_400_000

const sent = { kind: 'sent', token: 'a', at: 1_000 } as const

function travel(data: unknown, clockOffset: number) {
  return decode(structuredClone(data), clockOffset)
}

test('a message arrives as it was sent', () => {
  expect(travel(encode(sent, 'me', 0), 0)).toEqual({ from: 'me', message: sent })
})

test('times arrive on the receiver’s clock, however long the message lay in the queue', () => {
  const settled = {
    kind: 'settled',
    token: 'a',
    startedAt: DAY_MS + 100,
    at: DAY_MS + 200,
    jitter: 0.5,
    reply: { rental, raw: '{"at":5}', at: DAY_MS + 150 },
  } as const
  expect(travel(encode(settled, 'me', DAY_MS), 0)?.message).toEqual({
    ...settled,
    startedAt: 100,
    at: 200,
    reply: { rental, raw: '{"at":5}', at: 150 },
  })
})

test('a few milliseconds between two clocks move nothing', () => {
  expect(travel(encode(sent, 'me', 4), -3)?.message).toEqual(sent)
})

const settled = { kind: 'settled', token: 'a', startedAt: 1, at: 1, jitter: 0.5 }
const replied = (change: object) => ({ ...settled, reply: { rental: { ...rental, ...change }, at: 1 } })

test.each<[string, object]>([
  ['a moment before all', { ...sent, at: -1e308 }],
  ['a moment after all', { ...sent, at: 1e308 }],
  ['a moment days ahead', { ...sent, at: Date.now() + 3 * DAY_MS }],
  ['a total that is no amount', replied({ cost: { total: 'xyz' } })],
  ['half a contact', replied({ phoneNumbers: 0.5 })],
  ['a draw above 1', { ...settled, jitter: 2 }],
  [
    'a item from after all',
    { kind: 'here', visible: true, leading: true, inventory: [{ token: 'a', at: 1e308 }] },
  ],
])('%s is passed over', (_, message) => {
  const body = (change: object) => ({ ...encode(sent, 'me', 0), body: JSON.stringify(change) })
  expect(decode(body(settled), 0)).toBeDefined()
  expect(decode(body(message), 0)).toBeUndefined()
})

test('a clockOffset that is none is passed over', () => {
  expect(decode({ ...encode(sent, 'me', 0), clockOffset: Number.POSITIVE_INFINITY }, 0)).toBeUndefined()
  expect(decode({ ...encode(sent, 'me', 0), clockOffset: 1e308 }, 0)).toBeUndefined()
})

test.each([
  ['null', null],
  ['text', 'x'],
  ['another version', { ...encode(sent, 'me', 0), v: 1 }],
  ['a kind that this version does not know', { ...encode(sent, 'me', 0), body: '{"kind":"dance"}' }],
  ['a field that is missing', { ...encode(sent, 'me', 0), body: '{"kind":"sent"}' }],
  ['a body that is no JSON', { ...encode(sent, 'me', 0), body: '{' }],
])('what another version of the page sends is passed over: %s', (_, data) => {
  expect(decode(data, 0)).toBeUndefined()
})
