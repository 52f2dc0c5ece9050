import { rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { betraysCanary, CANARY, createLeakyPage, spellings } from './canary.ts'
import { type FakeUpstream, startFakeUpstream } from './fake-upstream.ts'
import { sendRaw } from './raw-request.ts'
import { runVite, startVite, type ViteProcess } from './vite-process.ts'

const CALL = { target: '/api/location/status?token=abc' }
const commands = ['dev', 'preview'] as const

let root: string
let upstream: FakeUpstream

beforeAll(async () => {
  root = await createLeakyPage()
  const [built, started] = await Promise.all([runVite(['build'], { root }), startFakeUpstream()])
  expect(built.code, built.output).toBe(0)
  upstream = started
}, 60_000)

afterAll(async () => {
  await upstream.close()
  await rm(root, { recursive: true })
})

const echoes: { what: string; answer: RequestListener }[] = [
  ...Object.entries(spellings).map(([name, text]) => ({
    what: `a body with the key ${name}`,
    answer: ((_request, response) => response.end(`{"message":"${text}"}`)) satisfies RequestListener,
  })),
  {
    what: 'a body in UTF-16',
    answer: (_request, response) => response.end(Buffer.from(`{"message":"${CANARY}"}`, 'utf16le')),
  },
  {
    what: 'an error page with the request in it',
    answer: ({ url }, response) =>
      response.writeHead(500, { 'Content-Type': 'text/html' }).end(`<a href="${url}">`),
  },
  {
    what: 'a redirection',
    answer: ({ url }, response) => response.writeHead(302, { Location: `http://x.test${url}` }).end(CANARY),
  },
  { what: 'a status line', answer: (_request, response) => response.writeHead(200, `OK ${CANARY}`).end() },
  {
    what: 'headers',
    answer: (_request, response) => {
      const passed = {
        'Content-Type': `text/plain; key=${CANARY}`,
        'Retry-After': CANARY,
        Age: CANARY,
        Date: CANARY,
      }
      response.writeHead(200, { ...passed, 'Set-Cookie': CANARY, 'X-Key': CANARY }).end()
    },
  },
  {
    what: 'trailers',
    answer: (_request, response) => {
      response.writeHead(200, { Trailer: 'X-Key' })
      response.write('x')
      response.addTrailers({ 'X-Key': CANARY })
      response.end()
    },
  },
  {
    what: 'a packed body',
    answer: (_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(CANARY)),
  },
  {
    what: 'a body that breaks off',
    answer: (request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' })
      response.write(CANARY, () => request.socket.resetAndDestroy())
    },
  },
  { what: 'a reset', answer: request => request.socket.resetAndDestroy() },
  { what: 'words that are no HTTP', answer: request => request.socket.end(`${CANARY}\r\n\r\n`) },
]

describe.each(commands)('%s, with the key in .env,', command => {
  let server: ViteProcess

  beforeAll(async () => {
    server = await startVite(command, { root, env: { SMSPARTNER_API_URL: upstream.url } })
  }, 60_000)

  afterAll(() => server.stop())

  test.each(echoes)('keeps it after $what', async ({ answer }) => {
    upstream.answerWith(answer)
    const { status, bytes } = await sendRaw(server.port, CALL)
    expect(betraysCanary(upstream.calls[0]?.target ?? '')).toBe(true)
    expect(status).toBeGreaterThanOrEqual(200)
    expect(betraysCanary(bytes)).toBe(false)
    expect(betraysCanary(server.output())).toBe(false)
  })

  test.each([
    '/config.json',
    '/',
    '/main.js',
    '/.env',
    '/.env?raw',
    '/.env?import&raw',
    '/@fs{root}/.env',
    '/@fs{root}/.env?import&raw',
    '/@vite/client',
    '/@vite/env',
    '/api/me',
    '/api/location/status?token=abc&apiKey=x',
  ])('keeps it at %s', async target => {
    const { status, bytes } = await sendRaw(server.port, { target: target.replace('{root}', root) })
    expect(status).toBeGreaterThanOrEqual(200)
    expect(betraysCanary(bytes)).toBe(false)
    expect(betraysCanary(server.output())).toBe(false)
  })
})

/** Makes one call at each server, both at once, and gives what came and what was printed. */
async function callBoth(apiUrl: string): Promise<{ status: number; betrayed: boolean }[]> {
  const env = { SMSPARTNER_API_KEY: CANARY, SMSPARTNER_API_URL: apiUrl }
  return Promise.all(
    commands.map(async command => {
      const server = await startVite(command, { root, env })
      const { status, bytes } = await sendRaw(server.port, CALL)
      await server.stop()
      return { status, betrayed: betraysCanary(bytes) || betraysCanary(server.output()) }
    }),
  )
}

test('both keep it when the provider is down', async () => {
  const reply = { status: 502, betrayed: false }
  expect(await callBoth('http://127.0.0.1:9')).toEqual([reply, reply])
}, 60_000)

test('both give a silent provider 12 s, and keep it', async () => {
  upstream.answerWith(() => {})
  const start = performance.now()
  const reply = { status: 504, betrayed: false }
  expect(await callBoth(upstream.url)).toEqual([reply, reply])
  expect(performance.now() - start).toBeGreaterThan(12_000)
}, 60_000)
