import { once } from 'node:events'
import { connect } from 'node:net'
import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataHeaders } from '../../src/server/security-headers.ts'
import { statusProxy } from '../../src/server/status-proxy.ts'
import { betraysCanary, CANARY } from './canary.ts'
import { keyEchoes } from './echoes.ts'
import { lowered } from './expect-headers.ts'
import { type FakeUpstream, plainAnswer, startFakeUpstream } from './fake-upstream.ts'
import {
  brokenFiles,
  fileRequest,
  inPieces,
  largeFile,
  mixed,
  refusedFiles,
  unfinished,
} from './file-faults.ts'
import { sendRaw } from './raw-request.ts'

const ASK = fileRequest('abc')

let upstream: FakeUpstream
let server: PreviewServer
let port: number

beforeAll(async () => {
  upstream = await startFakeUpstream()
  const proxy = statusProxy({
    apiUrl: new URL(upstream.url),
    apiKey: CANARY,
    allowedHosts: [],
    providerRate: 1_000,
    allowsFiles: true,
    filePatience: { headersMs: 300, idleMs: 300 },
  })
  server = await preview({ configFile: false, plugins: [proxy], preview: { port: 0 } })
  port = Number(new URL(server.resolvedUrls?.local[0] ?? '').port)
})

afterAll(async () => {
  await server.close()
  await upstream.close()
})

describe('what passes back of a file', () => {
  test('is the status, the bytes, four headers and those that guard it', async () => {
    upstream.answerWith((_request, response) => {
      response.writeHead(200, `OK ${CANARY}`, {
        'Content-Type': 'text/csv; charset=ISO-8859-1',
        'Content-Disposition': `attachment; filename="numeros.csv"`,
        'Retry-After': CANARY,
        'Content-Length': '11',
        'Cache-Control': 'public, max-age=60',
        'Set-Cookie': 'session=1',
        'X-Powered-By': 'PHP',
        ETag: '"x"',
      })
      response.end(Buffer.from('t\xe9l\xe9phone\r\n', 'latin1'))
    })
    const { status, headers, body, bytes } = await sendRaw(port, ASK)
    expect(status).toBe(200)
    expect(bytes.toString('latin1')).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(body).toEqual(Buffer.from('t\xe9l\xe9phone\r\n', 'latin1'))
    const { date: _, ...others } = Object.fromEntries(headers)
    expect(others).toEqual({
      'content-type': 'text/csv; charset=ISO-8859-1',
      'content-disposition': `attachment; filename="numeros.csv"`,
      'content-length': '11',
      'cache-control': 'no-store',
      ...lowered(dataHeaders),
      connection: 'close',
    })
  })

  test.each([200, 204, 400, 403, 404, 429, 500, 503])('is status %i', async status => {
    upstream.answerWith((_request, response) => response.writeHead(status).end())
    expect((await sendRaw(port, ASK)).status).toBe(status)
  })

  test('is every byte of a file of 500,000 numbers', async () => {
    const file = largeFile()
    upstream.answerWith(inPieces(file, 65_536))
    const { headers, body } = await sendRaw(port, ASK)
    expect(headers.get('content-length')).toBe(String(file.byteLength))
    expect(body.equals(file)).toBe(true)
  })

  test('comes while the provider still writes', async () => {
    let end = () => {}
    upstream.answerWith((_request, response) => {
      response.write('x'.repeat(10_000))
      end = () => response.end()
    })
    const socket = connect({ host: 'localhost', port })
    const [[name, site]] = ASK.headers as [readonly [string, string]]
    socket.write(`GET ${ASK.target} HTTP/1.1\r\nHost: localhost\r\n${name}: ${site}\r\n\r\n`)
    let received = ''
    while (!received.includes('xxx')) received += String((await once(socket, 'data'))[0])
    end()
    socket.destroy()
  })
})

describe('no file begins to come after', () => {
  test.each(refusedFiles)('$name: refused in JSON with $status', async ({ answer, status, error }) => {
    upstream.answerWith(answer)
    const reply = await sendRaw(port, ASK)
    expect(reply.status).toBe(status)
    expect(reply.headers.get('location')).toBeUndefined()
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(JSON.parse(reply.body.toString())).toMatchObject({ success: false, error })
    await upstream.calls[0]?.closed
    expect(upstream.calls).toHaveLength(1)
  })
})

describe('nobody takes a part for the whole after', () => {
  test.each(brokenFiles)('$name', async ({ answer }) => {
    upstream.answerWith(answer)
    const url = `http://localhost:${port}${ASK.target}`
    const reply = await fetch(url, { headers: { 'X-Requested-With': 'rental-board' } })
    expect(reply.status).toBe(200)
    await expect(reply.arrayBuffer()).rejects.toThrow()
    await upstream.calls[0]?.closed
    expect(upstream.calls).toHaveLength(1)
  })

  test('it is once more able to answer', async () => {
    upstream.answerWith(plainAnswer)
    expect((await sendRaw(port, ASK)).status).toBe(200)
  })
})

describe('the key is kept', () => {
  test.each(keyEchoes)('after $what', async ({ answer }) => {
    upstream.answerWith(answer)
    const { bytes } = await sendRaw(port, ASK)
    expect(betraysCanary(upstream.calls[0]?.target ?? '')).toBe(true)
    expect(betraysCanary(bytes)).toBe(false)
  })

  test.each([1, 5, 7, 100, 1_000])('in pieces of %i bytes, and every other byte passes', async size => {
    upstream.answerWith(inPieces(mixed.sent, size))
    const { body } = await sendRaw(port, ASK)
    expect(body).toEqual(mixed.passed)
  })

  test.each(unfinished)('behind %o', async bytes => {
    upstream.answerWith(inPieces(bytes, 100))
    expect(betraysCanary((await sendRaw(port, ASK)).bytes)).toBe(false)
  })
})

test('a browser that leaves ends the upstream call', async () => {
  const begun = new Promise<void>(resolve =>
    upstream.answerWith((_request, response) => {
      response.write('x'.repeat(10_000))
      resolve()
    }),
  )
  const leaving = new AbortController()
  const asked = fetch(`http://localhost:${port}${ASK.target}`, {
    headers: { 'X-Requested-With': 'rental-board' },
    signal: leaving.signal,
  })
  await begun
  await asked
  leaving.abort()
  await upstream.calls[0]?.closed
  expect(upstream.calls).toHaveLength(1)
})
