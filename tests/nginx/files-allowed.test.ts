import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import requestRule from '../../src/server/request-rule.js'
import { dataHeaders } from '../../src/server/security-headers.ts'
import { betraysCanary, CANARY } from '../server/canary.ts'
import { keyEchoes } from '../server/echoes.ts'
import { lowered } from '../server/expect-headers.ts'
import { type FakeUpstream, plainAnswer, startFakeUpstream } from '../server/fake-upstream.ts'
import {
  brokenFiles,
  fileRequest,
  inPieces,
  largeFile,
  mixed,
  refusedFiles,
  unfinished,
} from '../server/file-faults.ts'
import { sendRaw } from '../server/raw-request.ts'
import { expectKept } from './expect-kept.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

const ASK = fileRequest('abc')

let upstream: FakeUpstream
let nginx: NginxProcess

beforeAll(async () => {
  upstream = await startFakeUpstream()
  nginx = await startNginx({
    settings: {
      SMSPARTNER_API_URL: upstream.url,
      SMSPARTNER_API_KEY: CANARY,
      ALLOW_FILE_DOWNLOAD: '1',
    },
  })
})

afterAll(async () => {
  await nginx.stop()
  await upstream.close()
})

describe('what passes back of a file', () => {
  test('is the status, the bytes, four headers and those of the board', async () => {
    upstream.answerWith((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/csv; charset=ISO-8859-1',
        'Content-Disposition': `attachment; filename="numeros.csv"`,
        'Retry-After': CANARY,
        'Content-Length': '11',
        'Cache-Control': 'public, max-age=60',
        'Set-Cookie': 'session=1',
        'X-Powered-By': 'PHP',
        'X-Accel-Redirect': '/config.json',
        'X-Accel-Buffering': 'yes',
        'Last-Modified': 'Mon, 23 Nov 2026 10:00:00 GMT',
        ETag: '"x"',
      })
      response.end(Buffer.from('t\xe9l\xe9phone\r\n', 'latin1'))
    })
    const { status, headers, body, bytes } = await sendRaw(nginx.port, ASK)
    expect(status).toBe(200)
    expect(bytes.toString('latin1')).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(body).toEqual(Buffer.from('t\xe9l\xe9phone\r\n', 'latin1'))
    const { date: _, server: __, ...others } = Object.fromEntries(headers)
    expect(others).toEqual({
      'content-type': 'text/csv; charset=ISO-8859-1',
      'content-disposition': `attachment; filename="numeros.csv"`,
      'content-length': '11',
      'cache-control': 'no-store',
      connection: 'close',
      ...lowered(dataHeaders),
    })
  })

  test.each([200, 204, 400, 403, 404, 429, 501])('is status %i', async status => {
    upstream.answerWith((_request, response) => response.writeHead(status).end())
    expect((await sendRaw(nginx.port, ASK)).status).toBe(status)
  })

  test.each([500, 502, 503, 504])('is status %i, with the provider’s own words', async status => {
    upstream.answerWith((_request, response) => response.writeHead(status).end('its own'))
    const reply = await sendRaw(nginx.port, ASK)
    expect(reply.status).toBe(status)
    expect(reply.body.toString()).toContain('its own')
  })

  test('is every byte of a file of 500,000 numbers, and none of it stays', async () => {
    const file = largeFile()
    upstream.answerWith(inPieces(file, 65_536))
    const { headers, body } = await sendRaw(nginx.port, ASK)
    expect(headers.get('content-length')).toBe(String(file.byteLength))
    expect(body.equals(file)).toBe(true)
    expect((await nginx.cached()).byteLength).toBe(0)
    expect(await nginx.logs()).not.toContain('0639980000')
  })

  test('comes while the provider still writes', async () => {
    let end = () => {}
    upstream.answerWith((_request, response) => {
      response.write('x'.repeat(10_000))
      end = () => response.end()
    })
    const socket = connect({ host: '127.0.0.1', port: nginx.port })
    socket.write(`GET ${ASK.target} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\r\n`)
    let received = ''
    while (!received.includes('xxx')) received += String((await once(socket, 'data'))[0])
    end()
    socket.destroy()
  })
})

describe('no file begins to come after', () => {
  test.each(refusedFiles.filter(({ error }) => error !== 'upstream-timeout'))(
    '$name: refused in JSON with $status',
    async ({ answer, status, error }) => {
      upstream.answerWith(answer)
      const reply = await sendRaw(nginx.port, ASK)
      expect(reply.status).toBe(status)
      expect(reply.headers.get('location')).toBeUndefined()
      expect(reply.headers.get('cache-control')).toBe('no-store')
      expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(reply.body.toString()).toContain(requestRule.errorReply(error).body.toString())
      await upstream.calls[0]?.closed
      expect(upstream.calls).toHaveLength(1)
      await expectKept(reply, nginx)
    },
  )
})

describe('nobody takes a part for the whole after', () => {
  test.each(brokenFiles.filter(({ isSlow }) => !isSlow))('$name', async ({ answer }) => {
    upstream.answerWith(answer)
    const url = `http://127.0.0.1:${nginx.port}${ASK.target}`
    // `fetch` tells nothing of a head that came together with the end of its connection.
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { headers: { 'X-Requested-With': 'rental-board' } }, resolve).on('error', reject)
    })
    expect(reply.statusCode).toBe(200)
    await expect(buffer(reply)).rejects.toThrow()
    await upstream.calls[0]?.closed
    expect(upstream.calls).toHaveLength(1)
    expect(betraysCanary(await nginx.logs())).toBe(false)
  })

  test('it is once more able to answer', async () => {
    upstream.answerWith(plainAnswer)
    expect((await sendRaw(nginx.port, ASK)).status).toBe(200)
  })
})

describe('the key is kept', () => {
  // nginx passes on the words beside the HTTP status of a file as they come.
  test.each(keyEchoes.filter(({ what }) => what !== 'a status line'))('after $what', async ({ answer }) => {
    upstream.answerWith(answer)
    const reply = await sendRaw(nginx.port, ASK)
    expect(betraysCanary(upstream.calls[0]?.target ?? '')).toBe(true)
    await expectKept(reply, nginx)
  })

  test.each([1, 5, 7, 100, 1_000])('in pieces of %i bytes, and every other byte passes', async size => {
    upstream.answerWith(inPieces(mixed.sent, size))
    const { body } = await sendRaw(nginx.port, ASK)
    expect(body).toEqual(mixed.passed)
  })

  test.each(unfinished)('behind %o', async bytes => {
    upstream.answerWith(inPieces(bytes, 100))
    await expectKept(await sendRaw(nginx.port, ASK), nginx)
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
  const asked = fetch(`http://127.0.0.1:${nginx.port}${ASK.target}`, {
    headers: { 'X-Requested-With': 'rental-board' },
    signal: leaving.signal,
  })
  await begun
  await asked
  leaving.abort()
  await upstream.calls[0]?.closed
  expect(upstream.calls).toHaveLength(1)
})
