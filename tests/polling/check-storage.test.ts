// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { parseReply } from '../../src/api/parse-reply.ts'
import type { Rental, RentalReply } from '../../src/api/rental.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import type { History } from '../../src/polling/history.ts'
import { CHECK_VERSION, withRoom } from '../../src/storage.ts'

const raw = '{"success":true,"token":"abc","status":2,"file":{"phoneNumbers":"10"}}'
const reply: RentalReply = { rental: parseReply(raw), raw, at: 1_000 }
const history: History = [{ status: 'ready', from: 500, until: 1_000 }]
const check = { history, failures: 0, jitter: 0, checkedAt: 1_000 }
const key = 'rental-board:v1:seen:a%2Fb%20%C3%A9'
const token = 'a/b é'

const onSaving = vi.fn()
const store = createCheckStorage(localStorage, onSaving)

beforeEach(() => onSaving.mockClear())

test('gives back what was kept', () => {
  store.save(token, { reply: reply, history: history })
  expect(localStorage.getItem(key)).toContain(`"v":${CHECK_VERSION}`)
  expect(store.load(token, 2_000)).toEqual({ ...check, reply })
})

test('keeps since when a rental is missing', () => {
  const missing = { from: 1_500, foundUntil: 1_000 }
  store.save(token, { reply, history, missing })
  expect(store.load(token, 2_000)?.missing).toEqual(missing)
  expect(store.load(token, 1_200)?.missing).toEqual({ from: 1_200, foundUntil: 1_000 })
})

test('a rental that was never kept is absent', () => {
  expect(store.load('other', 2_000)).toBeUndefined()
})

test('forgets', () => {
  store.save(token, { reply: reply, history: history })
  store.forget(token)
  expect(localStorage.length).toBe(0)
})

const { rental } = reply
const { targeting } = rental

function entry(change: object): string {
  return JSON.stringify({ v: CHECK_VERSION, at: 1, rental, history, ...change })
}

test.each([
  ['no JSON', 'x'],
  ['a version that never was', JSON.stringify({ v: 0, at: 1, rental, raw, history: [] })],
  ['no time', JSON.stringify({ v: CHECK_VERSION, rental, raw, history: [] })],
  [
    'a rental of another form',
    JSON.stringify({ v: CHECK_VERSION, at: 1, rental: { ...rental, places: 0 }, history: [] }),
  ],
  [
    'an unheard-of status',
    JSON.stringify({ v: CHECK_VERSION, at: 1, rental, history: [{ status: 'x', from: 1, until: 1 }] }),
  ],
  ['null', 'null'],
  ['a total that is no amount', entry({ rental: { ...rental, cost: { total: 'xyz' } } })],
  ['a price below zero', entry({ rental: { ...rental, cost: { unitPrice: '-0.090' } } })],
  ['a price that no page could show', entry({ rental: { ...rental, cost: { total: '9'.repeat(400) } } })],
  ['half a contact', entry({ rental: { ...rental, cost: { quantity: 0.5 } } })],
  ['fewer contacts than none', entry({ rental: { ...rental, places: [{ wanted: -1 }] } })],
  ['more contacts than can be counted', entry({ rental: { ...rental, phoneNumbers: 1e308 } })],
  ['an age that is no number', entry({ rental: { ...rental, targeting: { ...targeting, minAge: null } } })],
  ['a time before all', entry({ at: -1e308 })],
  ['a time after all', entry({ at: 1e308 })],
  ['a history from before all', entry({ history: [{ status: 'ready', from: -1e308, until: 1 }] })],
  ['a history until after all', entry({ history: [{ status: 'ready', from: 1, until: 8.64e15 }] })],
  ['a history that runs backwards', entry({ history: [{ status: 'ready', from: 2, until: 1 }] })],
  [
    'a history that is out of order',
    entry({
      history: [
        { status: 'ready', from: 5, until: 9 },
        { status: 'downloaded', from: 7, until: 10 },
      ],
    }),
  ],
  ['a history without end', entry({ history: Array(21).fill({ status: 'ready', from: 1, until: 1 }) })],
  ['a text without end', entry({ rental: { ...rental, statusText: 'x'.repeat(1_000_000) } })],
])('a corrupt entry counts as absent and is removed: %s', (_, text) => {
  localStorage.setItem(key, text)
  expect(store.load(token, 2_000)).toBeUndefined()
  expect(localStorage.getItem(key)).toBeNull()
})

test('what an earlier version kept has its history only', () => {
  localStorage.setItem(key, JSON.stringify({ v: 1, at: 1, raw, history }))
  expect(store.load(token, 2_000)).toEqual({ ...check, reply: undefined, checkedAt: undefined })
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
  store.save(token, { reply: { ...reply, rental: whole }, history: history })
  expect(store.load(token, 2_000)?.reply?.rental).toEqual(whole)
})

test('leaves out the text of a reply that is too large', () => {
  const large = { ...reply, raw: raw + ' '.repeat(16_384) }
  store.save(token, { reply: large, history: history })
  expect(store.load(token, 2_000)).toEqual({ ...check, reply: { ...reply, raw: undefined } })
})

test('opens soon: texts are kept up to a hundred thousand characters in all', () => {
  const bounded = createCheckStorage(localStorage, onSaving)
  const text = raw.padEnd(10_000)
  const tokens = Array.from({ length: 11 }, (_, index) => `rental-${index}`)
  const hasText = (kept: string) => bounded.load(kept, 2_000)?.reply?.raw !== undefined
  for (const kept of tokens) bounded.save(kept, { reply: { ...reply, raw: text }, history: history })
  expect(tokens.map(hasText)).toEqual([...tokens.slice(1).map(() => true), false])
  bounded.forget('rental-0')
  bounded.save('rental-10', { reply: { ...reply, raw: text }, history: history })
  expect(hasText('rental-10')).toBe(true)
})

test('times that a wrong clock wrote are not in the future', () => {
  store.save(token, {
    reply: { ...reply, at: 90_000 },
    history: [{ status: 'ready', from: 500, until: 90_000 }],
  })
  expect(store.load(token, 2_000)).toMatchObject({
    reply: { at: 2_000 },
    history: [{ from: 500, until: 2_000 }],
  })
})

test('a reply too large to keep leaves its history', () => {
  const places = Array.from({ length: 6_000 }, (_, index) => ({
    location: String(10_000 + index),
    wanted: 10,
  }))
  store.save(token, { reply: { ...reply, rental: { ...rental, places } }, history: history })
  expect(store.load(token, 2_000)).toEqual({ ...check, reply: undefined, checkedAt: undefined })
  expect(localStorage.getItem(key)?.length).toBeLessThan(1_000)
})

test('kept replies come to two and a half million characters at most; the oldest go', () => {
  const kept = createCheckStorage(withRoom(memoryStorage()), onSaving)
  const statusText = 'x'.repeat(90_000)
  for (let at = 1; at <= 60; at += 1) {
    kept.save(`rental-${61 - at}`, {
      reply: { ...reply, rental: { ...rental, statusText }, at },
      history: [],
    })
  }
  const left = Array.from({ length: 60 }, (_, index) => kept.load(`rental-${60 - index}`, 100)?.reply?.at)
  expect(left.slice(-22)).toEqual(Array.from({ length: 22 }, (_, index) => 39 + index))
  expect(left.slice(0, 32)).toEqual(Array(32).fill(undefined))
})

test('the bound counts what other tabs have kept, too', () => {
  const storage = memoryStorage()
  const [one, two] = [withRoom(storage), withRoom(storage)].map(own => createCheckStorage(own, onSaving))
  const statusText = 'x'.repeat(90_000)
  const large = (at: number) => ({ ...reply, rental: { ...rental, statusText }, at })
  for (let at = 1; at <= 25; at += 1) one?.save(`one-${at}`, { reply: large(at), history: [] })
  for (let at = 101; at <= 128; at += 1) two?.save(`two-${at}`, { reply: large(at), history: [] })
  expect(one?.load('one-25', 200)).toBeUndefined()
  expect(two?.load('two-128', 200)?.reply?.at).toBe(128)
})

test('a save that fails is said, and that it works again; nothing is thrown', () => {
  const storage = memoryStorage()
  const { setItem, getItem } = storage
  const refuse = () => {
    throw new DOMException('', 'SecurityError')
  }
  const kept = createCheckStorage(storage, onSaving)
  Object.assign(storage, { getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse })
  kept.save(token, { reply: reply, history: history })
  kept.save(token, { reply: reply, history: history })
  kept.forget(token)
  expect(kept.load(token, 2_000)).toBeUndefined()
  expect(onSaving.mock.calls).toEqual([[false]])
  Object.assign(storage, { setItem, getItem })
  kept.save(token, { reply: reply, history: history })
  expect(onSaving.mock.calls).toEqual([[false], [true]])
})

test('a token that no key can hold is said, not thrown', () => {
  createCheckStorage(memoryStorage(), onSaving).save('\ud800', { reply: reply, history: history })
  expect(onSaving.mock.calls).toEqual([[false]])
})

test('without storage nothing is kept', () => {
  const none = createCheckStorage(undefined, onSaving)
  none.save(token, { reply: reply, history: history })
  expect(none.load(token, 2_000)).toBeUndefined()
  expect(onSaving).not.toHaveBeenCalled()
})
