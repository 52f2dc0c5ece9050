import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import requestRule from '../../src/server/request-rule.js'
import { dataHeaders } from '../../src/server/security-headers.ts'
import { browserAccept, expectForeignHostPage } from '../server/expect-foreign-host-page.ts'
import { expectHeaders } from '../server/expect-headers.ts'
import { expectTyped } from '../server/expect-typed.ts'
import { type FakeUpstream, plainAnswer, startFakeUpstream } from '../server/fake-upstream.ts'
import {
  fileCases,
  keyCases,
  ownPage,
  type ProxyCase,
  proxyCases,
  type Refused,
  typeCases,
} from '../server/proxy-cases.ts'
import { type RawReply, type RawRequest, sendRaw } from '../server/raw-request.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

const CALL = '/api/location/status?token=abc'
const answered = '{"success":true,"status":2}'

let upstream: FakeUpstream

beforeAll(async () => {
  upstream = await startFakeUpstream()
})

afterAll(() => upstream.close())

function addressed(request: RawRequest, port: number): RawRequest {
  const fill = (text: string) => text.replaceAll('{host}', `localhost:${port}`)
  return {
    ...request,
    target: fill(request.target),
    headers: request.headers?.map(([name, value]) => [name, fill(value)] as const) ?? [],
  }
}

function calledTargets(): string[] {
  return upstream.calls.map(({ method, target }) => `${method} ${target}`)
}

function expectPassed(reply: RawReply, token: string, endpoint: string): void {
  expect(reply.status).toBe(200)
  expect(reply.body.toString()).toBe(answered)
  expect(calledTargets()).toEqual([`GET /v1/${endpoint}?apiKey=se%2Fcret&token=${encodeURIComponent(token)}`])
  expect(upstream.calls[0]?.headers).toEqual({
    host: [new URL(upstream.url).host],
    accept: [endpoint === 'location/status' ? 'application/json' : 'application/json, */*'],
    'user-agent': ['rental-board'],
    connection: [expect.stringMatching(/^close$/i)],
  })
}

function expectRefused(reply: RawReply, { status, error }: Refused): void {
  const { headers } = reply
  expect(reply.status).toBe(status)
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('allow')).toBe(status === 405 ? 'GET' : undefined)
  expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
  const words = requestRule.errorReply(error).body.toString()
  if (reply.body.length > 0) expect(reply.body.toString()).toBe(words)
}

/** Sends the request of one line of the table, and expects the endpoint to be asked, or not, as the line says. */
async function expectObeyed(nginx: NginxProcess, line: ProxyCase, endpoint: string): Promise<void> {
  const { request, expected, elsewhere } = line
  upstream.answerWith(plainAnswer)
  const reply = await sendRaw(nginx.port, addressed(request, nginx.port))

  // What is no HTTP/1 at all is answered without any header.
  if (reply.headers.size > 0) expectHeaders(reply, dataHeaders)
  if ('token' in expected) return expectPassed(reply, expected.token, endpoint)
  if (elsewhere === 'passes' && reply.status === 200) {
    const [called = ''] = calledTargets()
    expect(calledTargets()).toHaveLength(1)
    expect(called.replace(endpoint, 'endpoint')).toMatch(
      /^GET \/v1\/endpoint\?apiKey=se%2Fcret&token=[\w%.-]+$/,
    )
    return
  }
  expect(upstream.calls).toEqual([])
  if (!('malformed' in expected) && elsewhere !== 'own-error') return expectRefused(reply, expected)
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.status).toBeLessThan(500)
}

describe('with a key', () => {
  let nginx: NginxProcess

  beforeAll(async () => {
    const settings = {
      SMSPARTNER_API_URL: `${upstream.url}/`,
      SMSPARTNER_API_KEY: 'se/cret',
      SERVER_NAME: 'x.test Board.Example',
      CACHE_SECONDS: '0',
    }
    nginx = await startNginx({ settings })
  })

  afterAll(() => nginx.stop())

  test.each(proxyCases)('$name', line => expectObeyed(nginx, line, 'location/status'))

  test.each(fileCases)('files are not allowed: $name', async ({ request }) => {
    upstream.answerWith(plainAnswer)
    const reply = await sendRaw(nginx.port, addressed(request, nginx.port))
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
    expect(upstream.calls).toEqual([])
  })

  test('a file that is not allowed is not there', async () => {
    const target = '/api/location/file/download?token=abc'
    const reply = await sendRaw(nginx.port, { target, headers: [ownPage] })
    expectRefused(reply, { status: 404, error: 'not-found' })
  })

  test('says that it has a key, and says no more', async () => {
    const reply = await sendRaw(nginx.port, { target: '/config.json' })
    const { status, headers, body } = reply
    expectHeaders(reply, dataHeaders)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body.toString()).toBe('{"serverKey":true,"fileDownload":false}')
  })

  test.each([
    { method: 'POST', target: '/config.json', status: 405 },
    { target: '/config.json?x', status: 400 },
    { target: '/config.json/', status: 404 },
    { target: '/config.json', headers: [['Sec-Fetch-Site', 'cross-site'] as const], status: 403 },
    { target: '/', hosts: ['evil.example'], status: 403 },
    { target: '/@board_status?token=abc', status: 404 },
    { target: '/@board_file?token=abc', status: 404 },
  ])('guards $target as well: $status', async ({ status, ...request }) => {
    upstream.answerWith(plainAnswer)
    expect((await sendRaw(nginx.port, request)).status).toBe(status)
    expect(upstream.calls).toEqual([])
  })
})

describe('with files allowed', () => {
  let nginx: NginxProcess

  beforeAll(async () => {
    const settings = {
      SMSPARTNER_API_URL: `${upstream.url}/`,
      SMSPARTNER_API_KEY: 'se/cret',
      SERVER_NAME: 'board.example',
      ALLOW_FILE_DOWNLOAD: '1',
    }
    nginx = await startNginx({ settings })
  })

  afterAll(() => nginx.stop())

  test.each(fileCases)('$name', line => expectObeyed(nginx, line, 'location/file/download'))

  test.each(typeCases)('the provider’s type $types is no document', line =>
    expectTyped(nginx.port, upstream, line),
  )

  test('says so', async () => {
    const { body } = await sendRaw(nginx.port, { target: '/config.json' })
    expect(body.toString()).toBe('{"serverKey":true,"fileDownload":true}')
  })
})

describe('without a key', () => {
  let nginx: NginxProcess

  beforeAll(async () => {
    nginx = await startNginx({ settings: { SMSPARTNER_API_URL: upstream.url } })
  })

  afterAll(() => nginx.stop())

  test.each(keyCases)('$name', async ({ headers, expected }) => {
    upstream.answerWith(plainAnswer)
    const reply = await sendRaw(nginx.port, { target: CALL, headers: [...headers, ownPage] })
    expect(reply.status).toBe(200)
    if ('key' in expected) {
      expect(calledTargets()).toEqual([
        `GET /v1/location/status?apiKey=${encodeURIComponent(expected.key)}&token=abc`,
      ])
    } else {
      expect(upstream.calls).toEqual([])
      expect(reply.body.toString()).toBe(requestRule.keyError(expected.code === 1 ? '' : ' ')?.body)
    }
  })

  test('refuses a foreign name in a page for a browser, and in JSON under /api and to others', async () => {
    const send = (target: string, headers: RawRequest['headers'] = []) =>
      sendRaw(nginx.port, { target, hosts: ['evil.example'], headers })
    for (const target of ['/', '/index.html', '/?view=wall'])
      expectForeignHostPage(await send(target, [browserAccept]))
    for (const reply of [await send('/'), await send(CALL, [browserAccept]), await send('/config.json')]) {
      expect(reply.status).toBe(403)
      expect(reply.body.toString()).toBe(requestRule.errorReply('foreign-host').body)
    }
  })

  test('says that it has no key', async () => {
    const { body } = await sendRaw(nginx.port, { target: '/config.json' })
    expect(body.toString()).toBe('{"serverKey":false,"fileDownload":false,"lacksKey":true}')
  })

  test.each(['192.0.2.7:4173', '[2001:db8::7]'])('is reached under its address %s', async host => {
    expect((await sendRaw(nginx.port, { target: '/config.json', hosts: [host] })).status).toBe(200)
  })
})
