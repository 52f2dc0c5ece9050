// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { decodeReply } from '../../src/api/decode-rental.ts'
import type { Rental, RentalReply } from '../../src/api/rental.ts'
import type { History } from '../../src/polling/history.ts'
import { createSeenStore } from '../../src/polling/seen-store.ts'

const raw = '{"success":true,"token":"abc","status":2,"file":{"phoneNumbers":"10"}}'
const reply: RentalReply = { rental: decodeReply(raw), raw, at: 1_000 }
const history: History = [{ status: 'ready', from: 500, until: 1_000 }]
const key = 'rental-board:v1:seen:a%2Fb%20%C3%A9'
const token = 'a/b é'

const onSaveFailed = vi.fn()
const store = createSeenStore(localStorage, onSaveFailed)

beforeEach(() => onSaveFailed.mockClear())

test('gives back what was kept', () => {
  store.save(token, reply, history)
  expect(localStorage.getItem(key)).toContain('"v":2')
  expect(store.load(token, 2_000)).toEqual({ reply, history })
})

test('a rental that was never kept is absent', () => {
  expect(store.load('other', 2_000)).toBeUndefined()
})

test('forgets', () => {
  store.save(token, reply, history)
  store.forget(token)
  expect(localStorage.length).toBe(0)
})

const { rental } = reply

test.each([
  ['no JSON', 'x'],
  ['another version', JSON.stringify({ v: 3, at: 1, rental, raw, history: [] })],
  ['no time', JSON.stringify({ v: 2, rental, raw, history: [] })],
  [
    'a rental of another form',
    JSON.stringify({ v: 2, at: 1, rental: { ...rental, places: 0 }, history: [] }),
  ],
  [
    'an unheard-of status',
    JSON.stringify({ v: 2, at: 1, rental, history: [{ status: 'x', from: 1, until: 1 }] }),
  ],
  ['null', 'null'],
])('a corrupt entry counts as absent and is removed: %s', (_, text) => {
  localStorage.setItem(key, text)
  expect(store.load(token, 2_000)).toBeUndefined()
  expect(localStorage.getItem(key)).toBeNull()
})

test('what an earlier version kept has its history only', () => {
  localStorage.setItem(key, JSON.stringify({ v: 1, at: 1, raw, history }))
  expect(store.load(token, 2_000)).toEqual({ reply: undefined, history })
})

test('every field of a rental comes back', () => {
  const whole: Rental = {
    status: 'unknown',
    statusText: 'En attente',
    token: 'abc',
    targeting: {
      ...{ sex: 'women', sexText: 'femme', minAge: 31, maxAge: 49, category: '103' },
      ...{ zipcodes: ['60200'], departments: ['60'], interest: '12', subInterest: '35' },
    },
    places: [{ type: 'cp', location: '60200', wanted: 10, available: 266 }],
    cost: { quantity: 10, unitPrice: '0.090', total: '0.900' },
    phoneNumbers: 10,
    flags: ['cost-disagrees', 'success-missing'],
  }
  store.save(token, { ...reply, rental: whole }, history)
  expect(store.load(token, 2_000)?.reply?.rental).toEqual(whole)
})

test('leaves out the text of a reply that is too large', () => {
  const large = { ...reply, raw: raw + ' '.repeat(16_384) }
  store.save(token, large, history)
  expect(store.load(token, 2_000)).toEqual({ reply: { ...reply, raw: undefined }, history })
})

test('opens soon: texts are kept up to a hundred thousand characters in all', () => {
  const bounded = createSeenStore(localStorage, onSaveFailed)
  const text = raw.padEnd(10_000)
  const tokens = Array.from({ length: 11 }, (_, index) => `rental-${index}`)
  const hasText = (kept: string) => bounded.load(kept, 2_000)?.reply?.raw !== undefined
  for (const kept of tokens) bounded.save(kept, { ...reply, raw: text }, history)
  expect(tokens.map(hasText)).toEqual([...tokens.slice(1).map(() => true), false])
  bounded.forget('rental-0')
  bounded.save('rental-10', { ...reply, raw: text }, history)
  expect(hasText('rental-10')).toBe(true)
})

test('times that a wrong clock wrote are not in the future', () => {
  store.save(token, { ...reply, at: 90_000 }, [{ status: 'ready', from: 500, until: 90_000 }])
  expect(store.load(token, 2_000)).toMatchObject({
    reply: { at: 2_000 },
    history: [{ from: 500, until: 2_000 }],
  })
})

test('a save that fails is reported once and thrown never', () => {
  const full = new Error('quota')
  const refused = {
    getItem: () => {
      throw full
    },
    setItem: () => {
      throw full
    },
    removeItem: () => {
      throw full
    },
  }
  const blocked = createSeenStore(refused, onSaveFailed)
  blocked.save(token, reply, history)
  blocked.save(token, reply, history)
  blocked.forget(token)
  expect(blocked.load(token, 2_000)).toBeUndefined()
  expect(onSaveFailed.mock.calls).toEqual([[full]])
})

test('a token that no key can hold is reported, not thrown', () => {
  store.save('\ud800', reply, history)
  expect(onSaveFailed).toHaveBeenCalledOnce()
})

test('without storage nothing is kept', () => {
  const none = createSeenStore(undefined, onSaveFailed)
  none.save(token, reply, history)
  expect(none.load(token, 2_000)).toBeUndefined()
  expect(onSaveFailed).not.toHaveBeenCalled()
})
