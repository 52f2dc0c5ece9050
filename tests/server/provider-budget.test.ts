import { get } from 'node:http'
import { type PreviewServer, preview } from 'vite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { statusProxy } from '../../src/server/status-proxy.ts'
import { type FakeUpstream, plainAnswer, startFakeUpstream } from './fake-upstream.ts'
import { expectBudget, guessTokens, spellingsOfOneToken } from './guessed-tokens.ts'
import { ownPage } from './proxy-cases.ts'
import { sendRaw } from './raw-request.ts'

const TIMEOUT_MS = 500

let upstream: FakeUpstream
let server: PreviewServer
let port: number

beforeEach(async () => {
  upstream = await startFakeUpstream()
  const proxy = statusProxy({
    apiUrl: new URL(upstream.url),
    apiKey: 'secret',
    allowedHosts: [],
    allowsFiles: true,
    providerRate: 20,
    timeoutMs: TIMEOUT_MS,
  })
  server = await preview({ configFile: false, plugins: [proxy], preview: { port: 0 } })
  port = Number(new URL(server.resolvedUrls?.local[0] ?? '').port)
})

afterEach(async () => {
  await server.close()
  await upstream.close()
})

const ask = (token = 'abc') =>
  sendRaw(port, { target: `/api/location/status?token=${token}`, headers: [ownPage] })
const health = () => sendRaw(port, { target: '/healthz' })

test.each(['location/status', 'location/file/download'])(
  'guessed tokens at %s cost the provider twenty calls a second',
  async endpoint => {
    const replies = await guessTokens(port, endpoint)
    expectBudget('npm start', endpoint, replies, upstream.calls.length)
  },
  20_000,
)

describe('a call that is out for a rental', () => {
  test('answers everyone who asks in the meantime, in whatever spelling', async () => {
    upstream.answerWith((request, response) => setTimeout(() => plainAnswer(request, response), 200))
    const asked = Array.from({ length: 50 }, (_, nth) =>
      ask(spellingsOfOneToken[nth % spellingsOfOneToken.length]),
    )
    const replies = await Promise.all(asked)
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    expect(upstream.calls).toHaveLength(1)
  })

  test('goes on while one of those who wait is left, and ends with the last', async () => {
    const arrived = new Promise<void>(resolve => upstream.answerWith(() => resolve()))
    const viewers = [1, 2].map(() =>
      get(`http://localhost:${port}/api/location/status?token=abc`, {
        headers: Object.fromEntries([ownPage]),
        agent: false,
      }).on('error', () => {}),
    )
    await arrived
    const closed = upstream.calls[0]?.closed.then(() => 'closed')
    const soon = () => new Promise(resolve => setTimeout(resolve, 150, 'open'))
    await soon()
    viewers[0]?.destroy()
    expect(await Promise.race([closed, soon()])).toBe('open')
    viewers[1]?.destroy()
    expect(await Promise.race([closed, soon()])).toBe('closed')
  })
})

test('/healthz says whether the provider answers, and holds no secret', async () => {
  const seen = async () => {
    const { status, headers, body, bytes } = await health()
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(bytes.toString()).not.toContain('secret')
    expect((await sendRaw(port, { method: 'HEAD', target: '/healthz' })).status).toBe(status)
    return { status, ...JSON.parse(body.toString()) }
  }
  expect(await seen()).toEqual({ status: 200, ok: true, provider: 'not asked', serverKey: true })
  upstream.answerWith(() => {})
  expect((await ask()).status).toBe(504)
  expect(await seen()).toEqual({ status: 503, ok: false, provider: 'failing', serverKey: true })
  upstream.answerWith(plainAnswer)
  expect((await ask()).status).toBe(200)
  expect(await seen()).toEqual({ status: 200, ok: true, provider: 'answering', serverKey: true })
})
