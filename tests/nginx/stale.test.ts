import type { RequestListener } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Shielded, SUCCESS, startShielded } from './shielded.ts'

/** The cache seconds and one more, for nginx counts in whole ones. */
const OUTDATED_MS = 2_000
const STALE_MS = 4_000

let board: Shielded

beforeAll(async () => {
  board = await startShielded()
})

afterAll(() => board.stop())

const failures: { what: string; answer: Answer | RequestListener }[] = [
  { what: 'resets the connection', answer: request => request.socket.resetAndDestroy() },
  { what: 'redirects', answer: { status: 302, headers: { location: '/v1/login' } } },
  ...[500, 502, 503, 504, 520].map(status => ({
    what: `answers ${status}`,
    answer: { status, body: '<h1>Error</h1>' },
  })),
]

describe.concurrent('a provider that', { timeout: 20_000 }, () => {
  test.each(failures)(
    '$what leaves viewers what it said last, with its true age, for a while',
    async ({ what, answer }) => {
      const token = what.replaceAll(' ', '-')
      expect(await board.ask(token)).toMatchObject({ cache: 'MISS' })
      const said = performance.now()
      const ageNow = () => Math.floor((performance.now() - said) / 1_000)

      board.say(token, answer)
      await wait(OUTDATED_MS)
      const { status, body, cache, age } = await board.ask(token)
      expect({ status, body, cache }).toEqual({ status: 200, body: SUCCESS, cache: 'STALE' })
      expect([ageNow() - 1, ageNow()]).toContain(age)

      await wait(said + STALE_MS + 100 - performance.now())
      expect((await board.ask(token)).status).toBeGreaterThanOrEqual(500)
      board.say(token, {})
      expect(await board.ask(token)).toMatchObject({ status: 200, age: 0 })
    },
    20_000,
  )
})

const words: (Answer & { what: string; body: string })[] = [
  { what: 'it wants fewer requests', status: 429, headers: { 'retry-after': '30' }, body: 'slow down' },
  { what: 'it is away for a while', status: 503, headers: { 'retry-after': '30' }, body: 'away' },
  {
    what: 'it wants fewer requests, under 200',
    headers: { 'retry-after': '30' },
    body: '{"success":false,"code":429}',
  },
  { what: 'the account is blocked', body: '{"success":false,"code":30}' },
  { what: 'the key is wrong', body: '{"success":false,"code":10}' },
  { what: 'the key is wrong, under 403', status: 403, body: '{"success":false,"code":10}' },
  { what: 'the address is barred, under 500', status: 500, body: '{"success":false,"code":96}' },
  { what: 'the rental is gone, under 404', status: 404, body: '{"success":false,"code":32}' },
  { what: 'nothing is there', status: 404, body: '<h1>404</h1>' },
]

describe.concurrent('a provider that says', { timeout: 20_000 }, () => {
  test.each(words)('$what is heard, though an older reply is at hand', async ({ what, ...answer }) => {
    const token = what.replaceAll(' ', '-')
    await board.ask(token)
    await wait(OUTDATED_MS)
    board.say(token, answer)
    const { status, body, retryAfter } = await board.ask(token)
    expect({ status, body }).toEqual({ status: answer.status ?? 200, body: answer.body })
    expect(retryAfter).toBe(answer.headers?.['retry-after'] ?? null)
  })
})
