import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataHeaders, developmentHeaders, securityHeaders } from '../../src/server/security-headers.ts'
import { browserAccept, expectForeignHostPage } from './expect-foreign-host-page.ts'
import { expectHeaders } from './expect-headers.ts'
import { expectTyped } from './expect-typed.ts'
import { type FakeUpstream, plainAnswer, startFakeUpstream } from './fake-upstream.ts'
import { boardErrors } from './faults.ts'
import { fileCases, keyCases, ownPage, type ProxyCase, proxyCases, typeCases } from './proxy-cases.ts'
import { type RawRequest, sendRaw } from './raw-request.ts'
import { runVite, startVite, type ViteProcess } from './vite-process.ts'

const CALL = '/api/location/status?token=abc'

let root: string
let upstream: FakeUpstream

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'board-'))
  await writeFile(join(root, 'index.html'), '<!doctype html><title>the page</title>')
  const [built, started] = await Promise.all([runVite(['build'], { root }), startFakeUpstream()])
  expect(built.code, built.output).toBe(0)
  upstream = started
}, 60_000)

afterAll(async () => {
  await upstream.close()
  await rm(root, { recursive: true })
})

/** The request with the server's own address in place of `{host}`. */
function addressed(request: RawRequest, port: number): RawRequest {
  const fill = (text: string) => text.replaceAll('{host}', `localhost:${port}`)
  return {
    ...request,
    target: fill(request.target),
    headers: request.headers?.map(([name, value]) => [name, fill(value)] as const) ?? [],
  }
}

/** Sends the request of one line of the table, and expects the endpoint to be asked, or not, as the line says. */
async function expectObeyed(port: number, { request, expected }: ProxyCase, endpoint: string): Promise<void> {
  upstream.answerWith(plainAnswer)
  const reply = await sendRaw(port, addressed(request, port))

  if (!('malformed' in expected)) expectHeaders(reply, dataHeaders)
  if ('token' in expected) {
    expect(reply.status).toBe(200)
    expect(reply.body.toString()).toBe('{"success":true,"status":2}')
    expect(upstream.calls.map(({ method, target }) => `${method} ${target}`)).toEqual([
      `GET /v1/${endpoint}?apiKey=se%2Fcret&token=${encodeURIComponent(expected.token)}`,
    ])
    expect(upstream.calls[0]?.headers).toEqual({
      host: [new URL(upstream.url).host],
      accept: [endpoint === 'location/status' ? 'application/json' : 'application/json, */*'],
      'user-agent': ['rental-board'],
      connection: ['close'],
    })
    return
  }
  expect(upstream.calls).toEqual([])
  if ('malformed' in expected) {
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
    return
  }
  expect(reply.status).toBe(expected.status)
  expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(reply.headers.get('allow')).toBe(expected.status === 405 ? 'GET' : undefined)
  expect([...reply.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
  if (request.method === 'HEAD') return
  expect(JSON.parse(reply.body.toString())).toEqual({
    success: false,
    error: expected.error,
    message: expect.stringMatching(/^\p{Lu}.+\.$/u),
  })
}

describe.each(['dev', 'preview'] as const)('%s with a key', command => {
  let server: ViteProcess

  beforeAll(async () => {
    const env = {
      SMSPARTNER_API_URL: `${upstream.url}/`,
      SMSPARTNER_API_KEY: ' se/cret ',
      ALLOWED_HOSTS: 'x.test, Board.Example',
    }
    server = await startVite(command, { root, env })
  }, 60_000)

  afterAll(() => server.stop())

  test.each(proxyCases)('$name', line => expectObeyed(server.port, line, 'location/status'))

  test.each(fileCases)('files are not allowed: $name', async ({ request }) => {
    upstream.answerWith(plainAnswer)
    const reply = await sendRaw(server.port, addressed(request, server.port))
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
    expect(upstream.calls).toEqual([])
  })

  test.each(boardErrors)('error $code of the provider passes on, and is asked for anew', async ({ body }) => {
    upstream.answerWith((_request, response) => response.writeHead(200, { 'Retry-After': '30' }).end(body))
    for (const calls of [1, 2]) {
      const reply = await sendRaw(server.port, {
        target: '/api/location/status?token=abc',
        headers: [ownPage],
      })
      expect(reply.status).toBe(200)
      expect(reply.body.toString()).toBe(body)
      expect(reply.headers.get('retry-after')).toBe('30')
      expect(upstream.calls).toHaveLength(calls)
    }
  })

  test('a file that is not allowed is not there', async () => {
    const { status, headers, body } = await sendRaw(server.port, {
      target: '/api/location/file/download?token=abc',
      headers: [['Sec-Fetch-Site', 'same-origin']],
    })
    expect(status).toBe(404)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(JSON.parse(body.toString())).toMatchObject({ success: false, error: 'not-found' })
  })

  test('says that it has a key, and says no more', async () => {
    const reply = await sendRaw(server.port, { target: '/config.json' })
    const { status, headers, body } = reply
    expect(status).toBe(200)
    expectHeaders(reply, dataHeaders)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body.toString()).toBe('{"serverKey":true,"fileDownload":false}')
  })

  test.each([
    { method: 'POST', target: '/config.json', status: 405 },
    { target: '/config.json?x', status: 400 },
    { target: '/config.json/', status: 404 },
    { target: '/config.json', headers: [['Sec-Fetch-Site', 'cross-site'] as const], status: 403 },
  ])('guards config.json as well: $status', async ({ status, ...request }) => {
    expect((await sendRaw(server.port, request)).status).toBe(status)
  })

  test.each([
    { host: 'localhost', status: 200 },
    { host: 'board.example', status: 200 },
    { host: 'evil.example', status: 403 },
  ])('opens the page under $host: $status', async ({ host, status }) => {
    const headers = [['Accept', 'text/html'] as const]
    const reply = await sendRaw(server.port, { target: '/', hosts: [host], headers })
    const { status: got, body } = reply
    expect(got).toBe(status)
    expectHeaders(
      reply,
      status === 403 ? dataHeaders : command === 'dev' ? developmentHeaders : securityHeaders,
    )
    expect(body.includes('<title>the page</title>')).toBe(status === 200)
  })

  test('prints no more for all that than where it listens', () => {
    expect(server.output()).not.toContain('se/cret')
    expect(server.output()).not.toContain('location/status')
  })
})

describe.each(['dev', 'preview'] as const)('%s without a key, on every address', command => {
  let server: ViteProcess

  beforeAll(async () => {
    const env = { SMSPARTNER_API_URL: upstream.url, SMSPARTNER_API_KEY: ' ', HOST: '0.0.0.0' }
    server = await startVite(command, { root, env })
  }, 60_000)

  afterAll(() => server.stop())

  test.each(keyCases)('$name', async ({ headers, expected }) => {
    upstream.answerWith(plainAnswer)
    const reply = await sendRaw(server.port, { target: CALL, headers: [...headers, ownPage] })
    expect(reply.status).toBe(200)
    if ('key' in expected) {
      expect(upstream.calls.map(call => call.target)).toEqual([
        `/v1/location/status?apiKey=${encodeURIComponent(expected.key)}&token=abc`,
      ])
    } else {
      expect(upstream.calls).toEqual([])
      expect(JSON.parse(reply.body.toString())).toMatchObject({ success: false, code: expected.code })
    }
  })

  test.each(['/', '/index.html', '/?view=wall', '/somewhere', '//'])(
    'refuses %s under a foreign name in a page that names the variable',
    async target => {
      const reply = await sendRaw(server.port, { target, hosts: ['board.example'], headers: [browserAccept] })
      expectForeignHostPage(reply)
    },
  )

  test.each(['/api', '/api/location/status?token=abc', '/api/elsewhere', '/config.json'])(
    'refuses %s under a foreign name in JSON, whoever asks',
    async target => {
      for (const headers of [[browserAccept], []]) {
        const { status, body } = await sendRaw(server.port, { target, hosts: ['board.example'], headers })
        expect(status).toBe(403)
        expect(JSON.parse(body.toString())).toMatchObject({
          error: 'foreign-host',
          message: expect.stringContaining('ALLOWED_HOSTS'),
        })
      }
    },
  )

  test('warns at its start that it was meant to have a key', () => {
    expect(server.output()).toContain('SMSPARTNER_API_KEY holds no key')
  })

  test('answers error 1 in the provider’s words', async () => {
    const { body } = await sendRaw(server.port, { target: CALL, headers: [ownPage] })
    expect(body.toString()).toBe('{"success":false,"code":1,"message":"La Clé API est requise"}')
  })

  test('says that it has no key', async () => {
    const { body } = await sendRaw(server.port, { target: '/config.json' })
    expect(body.toString()).toBe('{"serverKey":false,"fileDownload":false,"lacksKey":true}')
  })

  test.each([
    { host: '192.0.2.7:4173', code: 1 },
    { host: '[2001:db8::7]', code: 1 },
    { host: 'board.example', error: 'foreign-host' },
  ])('is reached under an address, not under a name: $host', async ({ host, ...reply }) => {
    const { body } = await sendRaw(server.port, { target: CALL, hosts: [host], headers: [ownPage] })
    expect(JSON.parse(body.toString())).toMatchObject(reply)
  })
})

describe.each(['dev', 'preview'] as const)('%s that allows files', command => {
  let server: ViteProcess

  beforeAll(async () => {
    const env = {
      SMSPARTNER_API_URL: `${upstream.url}/`,
      SMSPARTNER_API_KEY: 'se/cret',
      ALLOWED_HOSTS: 'board.example',
      ALLOW_FILE_DOWNLOAD: '1',
    }
    server = await startVite(command, { root, env })
  }, 60_000)

  afterAll(() => server.stop())

  test.each(fileCases)('$name', line => expectObeyed(server.port, line, 'location/file/download'))

  test.each(typeCases)('the provider’s type $types is no document', line =>
    expectTyped(server.port, upstream, line),
  )

  test('says so', async () => {
    const { body } = await sendRaw(server.port, { target: '/config.json' })
    expect(body.toString()).toBe('{"serverKey":true,"fileDownload":true}')
  })

  test('prints no more for all that than where it listens', () => {
    expect(server.output()).not.toContain('se/cret')
    expect(server.output()).not.toContain('location/file')
  })
})
