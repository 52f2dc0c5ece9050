import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataHeaders } from '../../src/server/security-headers.ts'
import { statusProxy } from '../../src/server/status-proxy.ts'
import { lowered } from './expect-headers.ts'
import { type FakeUpstream, plainAnswer, startFakeUpstream } from './fake-upstream.ts'
import { providerFaults } from './faults.ts'
import { ownPage } from './proxy-cases.ts'
import { sendRaw } from './raw-request.ts'

const CALL = { target: '/api/location/status?token=abc', headers: [ownPage] }
const TIMEOUT_MS = 300

async function startServer(apiUrl: string): Promise<{ port: number; server: PreviewServer }> {
  const proxy = statusProxy({
    apiUrl: new URL(apiUrl),
    apiKey: 'secret',
    allowedHosts: [],
    providerRate: 1_000,
    allowsFiles: false,
    timeoutMs: TIMEOUT_MS,
  })
  const server = await preview({ configFile: false, plugins: [proxy], preview: { port: 0 } })
  return { server, port: Number(new URL(server.resolvedUrls?.local[0] ?? '').port) }
}

let upstream: FakeUpstream
let server: PreviewServer
let port: number

beforeAll(async () => {
  upstream = await startFakeUpstream()
  const started = await startServer(upstream.url)
  server = started.server
  port = started.port
})

afterAll(async () => {
  await server.close()
  await upstream.close()
})

describe('what passes back', () => {
  test('is the status, the body, the charset and three headers', async () => {
    upstream.answerWith((_request, response) => {
      response.writeHead(429, 'Slow secret down', {
        'Content-Type': 'text/xml; charset=ISO-8859-1',
        'Retry-After': '30',
        Date: 'Mon, 23 Nov 2026 10:00:00 GMT',
        Age: '7',
        'Cache-Control': 'public, max-age=60',
        'Set-Cookie': 'session=1',
        'Access-Control-Allow-Origin': '*',
        'X-Powered-By': 'PHP',
        ETag: '"x"',
      })
      response.end(Buffer.from('<r>t\xe9l\xe9</r>', 'latin1'))
    })
    const { status, headers, body, bytes } = await sendRaw(port, CALL)
    expect(status).toBe(429)
    expect(bytes.toString('latin1')).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/)
    expect(body).toEqual(Buffer.from('<r>t\xe9l\xe9</r>', 'latin1'))
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'text/plain; charset=ISO-8859-1',
      'retry-after': '30',
      date: 'Mon, 23 Nov 2026 10:00:00 GMT',
      age: '7',
      'content-length': '11',
      'cache-control': 'no-store',
      ...lowered(dataHeaders),
      connection: 'close',
    })
  })

  test.each([200, 204, 400, 401, 404, 500, 503])('is status %i', async status => {
    upstream.answerWith((_request, response) => response.writeHead(status).end())
    expect((await sendRaw(port, CALL)).status).toBe(status)
  })

  test('is a body of 2 MB', async () => {
    upstream.answerWith((_request, response) => response.end('x'.repeat(2 * 1024 * 1024)))
    const { status, body } = await sendRaw(port, CALL)
    expect(status).toBe(200)
    expect(body.byteLength).toBe(2 * 1024 * 1024)
  })
})

describe('a fault of the provider', () => {
  test.each(providerFaults)('$name is refused in JSON with $status', async ({ answer, status, error }) => {
    upstream.answerWith(answer)
    const reply = await sendRaw(port, CALL)
    expect(reply.status).toBe(status)
    expect(reply.headers.get('location')).toBeUndefined()
    expect(JSON.parse(reply.body.toString())).toMatchObject({ success: false, error })
    expect(reply.bytes.toString()).not.toContain('secret')
    await upstream.calls[0]?.closed
    expect(upstream.calls).toHaveLength(1)
  })

  test.each([
    ['a closed port', async () => `http://127.0.0.1:${await unusedPort()}`],
    ['a name that nobody has', async () => 'http://provider.invalid'],
    ['a server that speaks no TLS', async () => upstream.url.replace('http:', 'https:')],
  ])('%s is refused in JSON with 502', async (_name, apiUrl) => {
    const down = await startServer(await apiUrl())
    const reply = await sendRaw(down.port, CALL)
    expect(reply.status).toBe(502)
    expect(JSON.parse(reply.body.toString())).toMatchObject({ error: 'upstream-unreachable' })
    await down.server.close()
  })

  test('leaves the server able to answer the next call', async () => {
    upstream.answerWith(plainAnswer)
    expect((await sendRaw(port, CALL)).status).toBe(200)
  })
})

test('a browser that leaves ends the upstream call', async () => {
  const asked = new Promise<void>(resolve => upstream.answerWith(() => resolve()))
  const socket = connect({ host: 'localhost', port })
  socket.write(`GET ${CALL.target} HTTP/1.1\r\nHost: localhost\r\n${ownPage.join(': ')}\r\n\r\n`)
  await asked
  const start = performance.now()
  socket.destroy()
  await upstream.calls[0]?.closed
  expect(performance.now() - start).toBeLessThan(TIMEOUT_MS / 2)
})

async function unusedPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return address !== null && typeof address === 'object' ? address.port : 0
}
