import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, atOnce, type Shielded, SUCCESS, startShielded } from './shielded.ts'

/** The cache seconds and one more, for nginx counts in whole ones. */
const OUTDATED_MS = 2_000

let board: Shielded

beforeAll(async () => {
  board = await startShielded()
})

afterAll(() => board.stop())

describe.concurrent('fifty viewers', { timeout: 20_000 }, () => {
  test('who ask at once for what nobody asked before are answered by one call', async () => {
    board.say('new', { afterMs: 300, body: '{"success":true,"status":1}' })
    const replies = await atOnce(50, () => board.ask('new'))
    expect(board.targets('new')).toHaveLength(1)
    expect(new Set(replies.map(({ body }) => body))).toEqual(new Set(['{"success":true,"status":1}']))
  })

  test('who ask at once for what is out of date are answered by one call, and told which reply is old', async () => {
    board.say('known', { body: '{"success":true,"status":1}' })
    await board.ask('known')
    await wait(OUTDATED_MS)
    board.say('known', { afterMs: 300, body: '{"success":true,"status":2}' })
    const replies = await atOnce(50, () => board.ask('known'))
    expect(board.targets('known')).toHaveLength(2)
    const fresh = replies.filter(({ body }) => body === '{"success":true,"status":2}')
    expect(fresh).toMatchObject([{ cache: 'EXPIRED', age: 0 }])
    const old = replies.filter(({ body }) => body === '{"success":true,"status":1}')
    expect(old).toHaveLength(49)
    expect(new Set(old.map(({ cache }) => cache))).toEqual(new Set(['UPDATING']))
    expect(Math.min(...old.map(({ age }) => age))).toBe(2)
  })

  test('share a reply for as long as it is fresh', async () => {
    expect(await board.ask('shared')).toMatchObject({ cache: 'MISS', age: 0 })
    expect(await board.ask('shared')).toMatchObject({ cache: 'HIT', age: 0 })
    expect(board.targets('shared')).toHaveLength(1)
    await wait(OUTDATED_MS)
    expect(await board.ask('shared')).toMatchObject({ cache: 'EXPIRED', age: 0 })
    expect(board.targets('shared')).toHaveLength(2)
  })
})

const shared: (Answer & { what: string })[] = [
  { what: 'a rental', body: '{"success":true,"status":2}' },
  { what: 'a rental with success in words', body: '{"success":"true","code":"200"}' },
  { what: 'error 32', body: '{"success":false,"code":32,"message":"x"}' },
  { what: 'error 32 in words, under 404', status: 404, body: '{"success":"false","code":"32"}' },
]

test.each(shared)('$what is shared', async ({ what, ...answer }) => {
  const token = what.replaceAll(' ', '-')
  board.say(token, answer)
  const first = await board.ask(token)
  expect(first.status).toBe(answer.status ?? 200)
  expect(await board.ask(token)).toEqual({ ...first, cache: 'HIT' })
})

const unshared: (Answer & { what: string })[] = [
  ...[1, 10, 20, 30, 40, 96, 429, 31].map(code => ({
    what: `error ${code}`,
    body: `{"success":false,"code":${code}}`,
  })),
  { what: 'an account error under 403', status: 403, body: '{"success":false,"code":96}' },
  { what: 'a success with an account error in it', body: '{"success":true,"code":10}' },
  { what: 'a success that wants fewer requests', body: '{"success":true,"code":429}' },
  { what: 'data without success', body: '{"status":2}' },
  { what: 'a success under 500', status: 500 },
  { what: 'a login page', headers: { 'content-type': 'text/html' }, body: '<h1>Connexion</h1>' },
  { what: 'a truncated reply', body: '{"success":true,"sta' },
  { what: 'an empty reply', body: '' },
  { what: 'null', body: 'null' },
  { what: 'a reply that asks to be cached', headers: { 'cache-control': 'max-age=60' }, body: '{}' },
  { what: 'a reply that asks nginx to cache it', headers: { 'x-accel-expires': '60' }, body: '{}' },
]

test.each(unshared)('$what is not shared', async ({ what, ...answer }) => {
  const token = what.replaceAll(' ', '-')
  board.say(token, answer)
  await board.ask(token)
  expect(await board.ask(token)).toMatchObject({
    cache: 'MISS',
    status: answer.status ?? 200,
    body: answer.body ?? SUCCESS,
  })
  expect(board.targets(token)).toHaveLength(2)
})

test('every spelling of a token is one rental', async () => {
  const url = `http://127.0.0.1:${board.nginx.port}/api/location/status?token=`
  const statuses = ['%61b%c3%a9d%7E', '%61b%C3%A9d~', 'ab%C3%A9d%7e'].map(async token => {
    const reply = await fetch(url + token, { headers: { 'X-Requested-With': 'rental-board' } })
    return reply.status
  })
  expect(await Promise.all(statuses)).toEqual([200, 200, 200])
  expect(board.targets('abéd~')).toEqual(['/v1/location/status?apiKey=se%2Fcret&token=ab%C3%A9d~'])
})

test('behind the front there is no key and no cache', async () => {
  await board.ask('abc')
  const behind = `http://127.0.0.2:${board.nginx.port}`
  for (const key of ['', 'other'])
    await fetch(`${behind}/api/location/status?token=abc`, { headers: { 'X-Api-Key': key } })
  expect(board.targets('abc').map(target => new URL(target, behind).searchParams.get('apiKey'))).toEqual([
    'se/cret',
    '',
    'other',
  ])
})

test('nothing is shared for 0 seconds, and nobody waits for another', async () => {
  const uncached = await startShielded({ CACHE_SECONDS: '0' })
  uncached.say('abc', { afterMs: 300 })
  const begun = performance.now()
  const replies = await atOnce(5, () => uncached.ask('abc'))
  expect(performance.now() - begun).toBeLessThan(1_000)
  expect(new Set(replies.map(({ cache }) => cache))).toEqual(new Set(['BYPASS']))
  expect(uncached.targets('abc')).toHaveLength(5)
  expect((await uncached.nginx.cached()).byteLength).toBe(0)
  await uncached.stop()
})

test('nothing is shared with each viewer’s own key, and nobody waits for another', async () => {
  const keyless = await startShielded({ SMSPARTNER_API_KEY: '' })
  keyless.say('abc', async ({ url }, response) => {
    await wait(300)
    response.end(`{"success":true,"of":"${new URLSearchParams(url?.split('?')[1]).get('apiKey')?.length}"}`)
  })
  const begun = performance.now()
  const keys = ['typed', 'longer', 'typed']
  const replies = await Promise.all(keys.map(key => keyless.ask('abc', { 'X-Api-Key': key })))
  expect(performance.now() - begun).toBeLessThan(600)
  expect(replies.map(({ body, cache }) => [body, cache])).toEqual(
    keys.map(key => [`{"success":true,"of":"${key.length}"}`, 'BYPASS']),
  )
  expect(keyless.targets('abc')).toHaveLength(keys.length)
  expect((await keyless.nginx.cached()).byteLength).toBe(0)
  await keyless.stop()
})
