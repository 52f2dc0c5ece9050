import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainAnswer } from '../server/fake-upstream.ts'
import { expectBudget, guessTokens } from '../server/guessed-tokens.ts'
import { atOnce, type Shielded, startShielded } from './shielded.ts'

let board: Shielded

beforeAll(async () => {
  board = await startShielded({ PROVIDER_RATE: '20', VIEWER_RATE: '100000', ALLOW_FILE_DOWNLOAD: '1' })
})

afterAll(() => board.stop())

const seenHealth = async () => {
  const reply = await fetch(`http://127.0.0.1:${board.nginx.port}/healthz`)
  const text = await reply.text()
  expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(text).not.toMatch(/se\W*cret/)
  const head = await fetch(`http://127.0.0.1:${board.nginx.port}/healthz`, { method: 'HEAD' })
  expect(head.status).toBe(reply.status)
  return { status: reply.status, ...JSON.parse(text) }
}

test('/healthz says whether the provider answers, whichever worker asked it', async () => {
  const every = async () => new Set((await atOnce(10, seenHealth)).map(seen => JSON.stringify(seen)))
  const said = (status: number, provider: string) =>
    new Set([JSON.stringify({ status, ok: status === 200, provider, serverKey: true })])
  expect(await every()).toEqual(said(200, 'not asked'))
  board.say('abc', request => request.socket.resetAndDestroy())
  expect((await board.ask('abc')).status).toBe(502)
  expect(await every()).toEqual(said(503, 'failing'))
  board.say('abc', plainAnswer)
  expect((await board.ask('abc')).status).toBe(200)
  expect(await every()).toEqual(said(200, 'answering'))
})

test.each(['location/status', 'location/file/download'])(
  'guessed tokens at %s cost the provider twenty calls a second',
  async endpoint => {
    const before = board.calls()
    const replies = await guessTokens(board.nginx.port, endpoint)
    expectBudget('nginx', endpoint, replies, board.calls() - before)
  },
  20_000,
)

// nginx goes through that folder a minute after its start, and deletes every file with another name.
test('what /healthz says lasts: the cache’s folder holds nothing but replies', async () => {
  await board.ask('abc')
  for (const name of await readdir(join(board.nginx.folder, 'cache'))) expect(name).toMatch(/^[0-9a-f]{32}$/)
})

test('what the cache answers is not counted', async () => {
  await board.ask('cached')
  const replies = await atOnce(200, () => board.ask('cached'))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  expect(board.targets('cached').length).toBeLessThanOrEqual(2)
})

test('/healthz says that a provider hangs', async () => {
  const hung = await startShielded()
  hung.say('abc', () => {})
  expect((await hung.ask('abc')).status).toBe(504)
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${hung.nginx.port}/healthz`)).status, { timeout: 3_000 })
    .toBe(503)
  await hung.stop()
}, 20_000)
