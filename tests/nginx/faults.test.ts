import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import requestRule from '../../src/server/request-rule.js'
import { betraysCanary, CANARY } from '../server/canary.ts'
import { keyEchoes } from '../server/echoes.ts'
import { type FakeUpstream, plainAnswer, startFakeUpstream } from '../server/fake-upstream.ts'
import { boardErrors, providerFaults } from '../server/faults.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { type RawReply, sendRaw } from '../server/raw-request.ts'
import { expectKept } from './expect-kept.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

let upstream: FakeUpstream
let nginx: NginxProcess
let asked = 0

beforeAll(async () => {
  upstream = await startFakeUpstream()
  nginx = await startNginx({
    settings: { SMSPARTNER_API_URL: upstream.url, SMSPARTNER_API_KEY: CANARY },
  })
})

afterAll(async () => {
  await nginx.stop()
  await upstream.close()
})

/** Asks for a rental that was not asked for before, so that no earlier reply stands in. */
function ask(): Promise<RawReply> {
  asked += 1
  return sendRaw(nginx.port, {
    target: `/api/location/status?token=rental-${asked}`,
    headers: [ownPage],
  })
}

describe('a fault of the provider', () => {
  test.each(providerFaults.filter(({ error }) => error !== 'upstream-timeout'))(
    '$name is refused in JSON with $status',
    async ({ answer, status, error }) => {
      upstream.answerWith(answer)
      const reply = await ask()
      expect(reply.status).toBe(status)
      expect(reply.headers.get('location')).toBeUndefined()
      expect(reply.body.toString()).toBe(requestRule.errorReply(error).body.toString())
      await upstream.calls[0]?.closed
      expect(upstream.calls).toHaveLength(1)
      await expectKept(reply, nginx)
    },
  )

  test('is in the log, with what went wrong and without the key', async () => {
    upstream.answerWith(request => request.socket.resetAndDestroy())
    await ask()
    expect(await nginx.logs()).toContain('no answer from the provider: connect failed')
  })

  test('leaves the server able to answer the next call', async () => {
    upstream.answerWith(plainAnswer)
    expect((await ask()).status).toBe(200)
  })
})

test.each(keyEchoes)('the key is kept after $what', async ({ answer }) => {
  upstream.answerWith(answer)
  const reply = await ask()
  expect(betraysCanary(upstream.calls[0]?.target ?? '')).toBe(true)
  expect(reply.status).toBeGreaterThanOrEqual(200)
  await expectKept(reply, nginx)
})

test.each([200, 404])(
  'a reply under %i that is shared and holds the key is cached without it',
  async status => {
    const code = status === 404 ? ',"code":32' : ''
    upstream.answerWith(({ url }, response) =>
      response
        .writeHead(status)
        .end(`{"success":${status === 200}${code},"token":"${CANARY}","url":"${url}"}`),
    )
    await expectKept(await ask(), nginx)
    const target = `/api/location/status?token=rental-${asked}`
    const again = await sendRaw(nginx.port, { target, headers: [ownPage] })
    expect(again.status).toBe(status)
    expect(again.headers.get('x-cache-status')).toBe('HIT')
    expect((await nginx.cached()).toString('latin1')).toMatch(
      new RegExp(`KEY: [0-9a-f]{64} rental-${asked}\n`),
    )
    await expectKept(again, nginx)
  },
)

test.each(boardErrors)('error $code of the provider passes on, and is asked for anew', async ({ body }) => {
  upstream.answerWith((_request, response) => response.writeHead(200, { 'Retry-After': '30' }).end(body))
  for (const calls of [1, 2]) {
    const target = '/api/location/status?token=abc'
    const reply = await sendRaw(nginx.port, { target, headers: [ownPage] })
    expect(reply.status).toBe(200)
    expect(reply.body.toString()).toBe(body)
    expect(reply.headers.get('retry-after')).toBe('30')
    expect(upstream.calls).toHaveLength(calls)
  }
})

describe('what passes back', () => {
  beforeEach(() => {
    upstream.answerWith(plainAnswer)
  })

  test('is the status, the body and two headers', async () => {
    upstream.answerWith((_request, response) => {
      response.writeHead(429, 'Slow down', {
        'Content-Type': 'text/xml; charset=ISO-8859-1',
        'Retry-After': '30',
        Age: '7',
        'Cache-Control': 'public, max-age=60',
        'Set-Cookie': 'session=1',
        'Access-Control-Allow-Origin': '*',
        'X-Powered-By': 'PHP',
        'X-Board-Time': '0',
        'X-Accel-Redirect': '/config.json',
        'X-Accel-Expires': '60',
        ETag: '"x"',
      })
      response.end(Buffer.from('<r>t\xe9l\xe9</r>', 'latin1'))
    })
    const { status, headers, body } = await ask()
    expect(status).toBe(429)
    expect(body).toEqual(Buffer.from('<r>t\xe9l\xe9</r>', 'latin1'))
    expect(headers.get('content-type')).toBe('text/plain; charset=ISO-8859-1')
    expect(headers.get('retry-after')).toBe('30')
    expect(headers.get('age')).toBe('7')
    expect(headers.get('cache-control')).toBe('no-store')
    for (const name of ['set-cookie', 'x-powered-by', 'etag', 'x-board-time']) {
      expect(headers.has(name), name).toBe(false)
    }
  })

  test.each([200, 204, 400, 401, 403, 404, 429, 500, 503, 599])('is status %i', async status => {
    upstream.answerWith((_request, response) => response.writeHead(status).end())
    expect((await ask()).status).toBe(status)
  })

  test('is a body of 2 MB', async () => {
    upstream.answerWith((_request, response) => response.end('x'.repeat(2 * 1024 * 1024)))
    const { status, body } = await ask()
    expect(status).toBe(200)
    expect(body.byteLength).toBe(2 * 1024 * 1024)
  })

  test('is every byte around a key that is masked', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
    upstream.answerWith((_request, response) =>
      response.end(Buffer.concat([bytes, Buffer.from(CANARY), bytes])),
    )
    const { body } = await ask()
    expect(body).toEqual(Buffer.concat([bytes, Buffer.from('*'.repeat(CANARY.length)), bytes]))
  })
})
