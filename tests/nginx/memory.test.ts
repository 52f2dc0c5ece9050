import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeUpstream, startFakeUpstream } from '../server/fake-upstream.ts'
import { fileRequest } from '../server/file-faults.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

const NUMBERS = '0639980000;33639980000\r\n'
/** With letters of the key. */
const TEXT = 'cafe;boulangerie;60200\r\n'
const FILE_BYTES = 60 * 1024 * 1024

/** A file of such lines that never sends faster than it is taken. */
function fileOf(line: string): RequestListener {
  const lines = Buffer.from(line.repeat(4_096))
  return async (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/csv' })
    const pieces = async function* () {
      for (let sent = 0; sent < FILE_BYTES; sent += lines.length) yield lines
    }
    await pipeline(pieces, response).catch(() => {})
  }
}

let upstream: FakeUpstream
let nginx: NginxProcess

beforeEach(async () => {
  upstream = await startFakeUpstream()
  nginx = await startNginx({
    settings: {
      SMSPARTNER_API_URL: upstream.url,
      SMSPARTNER_API_KEY: 'a3f9c27be4d8106f52',
      ALLOW_FILE_DOWNLOAD: '1',
      CACHE_SECONDS: '1',
    },
  })
})

afterEach(async () => {
  await nginx.stop()
  await upstream.close()
})

/** Prints what the worker has come to hold, and expects it within the bound, in MB. */
async function expectPeak(what: string, bound: number): Promise<void> {
  const peak = await nginx.peakMegabytes()
  process.stdout.write(`nginx, ${what}: ${peak.toFixed(0)} MB\n`)
  expect(peak).toBeLessThan(bound)
}

test.each([
  ['numbers', NUMBERS, 100],
  ['text', TEXT, 300],
])(
  'a file of 60 MB of %s',
  async (what, line, bound) => {
    upstream.answerWith(fileOf(line))
    const { status, bytes } = await sendRaw(nginx.port, fileRequest('abc'))
    expect(status).toBe(200)
    expect(bytes.length).toBeGreaterThan(FILE_BYTES)
    await expectPeak(`a file of 60 MB of ${what}`, bound)
  },
  60_000,
)

/** Sends the request and reads nothing but the status. */
async function askWithoutReading(token: string): Promise<{ status: string; socket: Socket }> {
  const { target, headers } = fileRequest(token)
  const socket = connect({ host: '127.0.0.1', port: nginx.port })
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n${lines}\r\n`)
  const [chunk] = await once(socket, 'data')
  socket.pause()
  return { status: String(chunk).slice(9, 12), socket }
}

test('forty readers of 60 MB who do not read', async () => {
  upstream.answerWith(fileOf(NUMBERS))
  const readers = await Promise.all(Array.from({ length: 40 }, (_, nth) => askWithoutReading(`t${nth}`)))
  await wait(8_000)
  const statuses = readers.map(({ status }) => status).toSorted()
  expect(statuses).toEqual([...Array(4).fill('200'), ...Array(36).fill('429')])
  await expectPeak('forty readers of 60 MB who do not read', 350)
  for (const { socket } of readers) socket.destroy()
}, 60_000)

const ask = (token: string) =>
  sendRaw(nginx.port, { target: `/api/location/status?token=${token}`, headers: [ownPage] })

test('two hundred replies of 2 MB at once', async () => {
  const body = `{"success":true,"padding":"${'x'.repeat(2 * 1024 * 1024 - 40)}"}`
  upstream.answerWith(async (_request, response) => {
    await wait(500)
    response.end(body)
  })
  const replies = await Promise.all(Array.from({ length: 200 }, (_, nth) => ask(`t${nth}`)))
  const count = (status: number) => replies.filter(reply => reply.status === status).length
  process.stdout.write(
    `nginx, 200 replies of 2 MB: ${count(200)} came, ${count(429)} were told to come back\n`,
  )
  expect(count(200) + count(429)).toBe(200)
  expect(count(200)).toBeGreaterThanOrEqual(40)
  await expectPeak('200 replies of 2 MB', 400)
}, 60_000)

test('a provider that hangs leaves two hundred viewers what it said last', async () => {
  const tokens = Array.from({ length: 200 }, (_, nth) => `t${nth}`)
  for (const token of tokens) expect((await ask(token)).status).toBe(200)
  await wait(2_000)
  upstream.answerWith(() => {})
  const start = performance.now()
  const times: number[] = []
  const replies = await Promise.all(
    tokens.map(async token => {
      const reply = await ask(token)
      times.push(performance.now() - start)
      return reply
    }),
  )
  process.stdout.write(
    `nginx, 200 viewers of a provider that hangs: ${replies.length} stale replies, ${upstream.calls.length} calls, ` +
      `median ${times.toSorted((a, b) => a - b)[100]?.toFixed(0)} ms, last ${Math.max(...times).toFixed(0)} ms\n`,
  )
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(replies.map(({ headers }) => headers.get('x-cache-status')))).toEqual(new Set(['STALE']))
  expect(Math.max(...times)).toBeLessThan(9_500)
  expect(upstream.calls.length).toBeLessThanOrEqual(40)
  await expectPeak('200 viewers of a provider that hangs', 100)
}, 60_000)
