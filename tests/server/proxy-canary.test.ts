import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { betraysCanary, CANARY, createLeakyPage } from './canary.ts'
import { keyEchoes } from './echoes.ts'
import { type FakeUpstream, startFakeUpstream } from './fake-upstream.ts'
import { ownPage } from './proxy-cases.ts'
import { sendRaw } from './raw-request.ts'
import { runVite, startVite, type ViteProcess } from './vite-process.ts'

const CALL = { target: '/api/location/status?token=abc', headers: [ownPage] }
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

describe.each(commands)('%s, with the key in .env,', command => {
  let server: ViteProcess

  beforeAll(async () => {
    server = await startVite(command, { root, env: { SMSPARTNER_API_URL: upstream.url } })
  }, 60_000)

  afterAll(() => server.stop())

  test.each(keyEchoes)('keeps it after $what', async ({ answer }) => {
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
    '/src/main.js',
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
