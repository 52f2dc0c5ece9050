import { expect, test } from 'vitest'
import { seal, unseal } from '../../src/polling/tab-messages.ts'

const rental = {
  status: 'ready',
  targeting: { minAge: 18, zipcodes: ['60200'], departments: [] },
  places: [{ wanted: 10 }],
  flags: [],
} as const

const sent = { kind: 'sent', token: 'a', at: 1_000 } as const

function travel(data: unknown, skew: number) {
  return unseal(structuredClone(data), skew)
}

test('a message arrives as it was sent', () => {
  expect(travel(seal(sent, 'me', 0), 0)).toEqual({ from: 'me', message: sent })
})

test('times arrive on the receiver’s clock, however long the message lay in the queue', () => {
  const settled = {
    kind: 'settled',
    token: 'a',
    startedAt: 100,
    at: 200,
    luck: 0.5,
    reply: { rental, raw: '{"at":5}', at: 150 },
  } as const
  expect(travel(seal(settled, 'me', 86_400_000), 0)?.message).toEqual({
    ...settled,
    startedAt: 100 - 86_400_000,
    at: 200 - 86_400_000,
    reply: { rental, raw: '{"at":5}', at: 150 - 86_400_000 },
  })
})

test('a few milliseconds between two clocks move nothing', () => {
  expect(travel(seal(sent, 'me', 4), -3)?.message).toEqual(sent)
})

test.each([
  ['null', null],
  ['text', 'x'],
  ['another version', { ...seal(sent, 'me', 0), v: 1 }],
  ['a kind that this version does not know', { ...seal(sent, 'me', 0), body: '{"kind":"dance"}' }],
  ['a field that is missing', { ...seal(sent, 'me', 0), body: '{"kind":"sent"}' }],
  ['a body that is no JSON', { ...seal(sent, 'me', 0), body: '{' }],
])('what another version of the page sends is passed over: %s', (_, data) => {
  expect(unseal(data, 0)).toBeUndefined()
})
