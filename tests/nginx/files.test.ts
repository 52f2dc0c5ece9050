import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataHeaders, securityHeaders } from '../../src/server/security-headers.ts'
import { expectHeaders } from '../server/expect-headers.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { type RawRequest, sendRaw } from '../server/raw-request.ts'
import { buildSmallPage } from '../server/small-page.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

const CALL = '/api/location/status?token=abc'
const YEAR = 'public, max-age=31536000, immutable'

let root: string
let script: string
let nginx: NginxProcess

beforeAll(async () => {
  root = await buildSmallPage()
  const assets = await readdir(join(root, 'dist/assets'))
  script = `/assets/${assets.find(file => file.endsWith('.js'))}`
  nginx = await startNginx({ settings: { WEB_ROOT: join(root, 'dist') } })
}, 60_000)

afterAll(async () => {
  await nginx.stop()
  await rm(root, { recursive: true })
})

function get(target: string, headers: Readonly<Record<string, string>> = {}) {
  return sendRaw(nginx.port, { target, headers: Object.entries(headers) })
}

test.each([
  ['/', 'text/html', 'no-store', 'the page'],
  ['/index.html', 'text/html', 'no-store', 'the page'],
  ['/version.json', 'application/json', 'no-store', '{"version":"'],
  ['script', 'application/javascript', YEAR, 'xxx'],
])('%s is %s, %s', async (name, type, lifetime, content) => {
  const { status, headers, body } = await get(name === 'script' ? script : name)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch(type)
  expect(headers.get('cache-control')).toBe(lifetime)
  expect(headers.get('server')).toBe('nginx')
  expect(body.toString()).toContain(content)
})

test.each([
  '/assets/index-gone.js',
  '/assets/',
  '/assets',
  '/followed',
  '/index.htm',
  '/../package.json',
  '/%2e%2e/package.json',
  '/.env',
])('%s is not there, and is not the page', async target => {
  const { status, headers, body } = await get(target)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(headers.get('cache-control') ?? 'no-store').toBe('no-store')
  expect(body.toString()).not.toContain('the page')
})

test.each(['/', 'script'])('%s is sent packed to those who can unpack it', async name => {
  const target = name === 'script' ? script : name
  const plain = await get(target)
  const packed = await get(target, { 'Accept-Encoding': 'gzip, br' })
  expect(plain.headers.get('vary')).toBe('Accept-Encoding')
  expect(packed.headers.get('vary')).toBe('Accept-Encoding')
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(packed.body)).toEqual(plain.body)
})

test('a script that the browser has is not sent again, and stays for its year', async () => {
  const etag = (await get(script)).headers.get('etag') ?? ''
  const { status, headers } = await get(script, { 'If-None-Match': etag })
  expect(status).toBe(304)
  expect(headers.get('cache-control')).toBe(YEAR)
})

test('files are read, not written', async () => {
  const reply = await sendRaw(nginx.port, { method: 'POST', target: '/', headers: [['Content-Length', '0']] })
  expect(reply.status).toBe(405)
})

test.each(['/', '/config.json', CALL])('an upgrade at %s is answered as if it were none', async target => {
  const upgrade = [['Connection', 'Upgrade'] as const, ['Upgrade', 'websocket'] as const]
  const { status } = await sendRaw(nginx.port, { target, headers: [...upgrade, ownPage] })
  expect(status).toBe(200)
})

/** More than nginx takes. */
const large = {
  method: 'POST',
  headers: [['Content-Length', '1100000']],
  body: 'x'.repeat(1_100_000),
} as const

describe('the headers of src/server/security-headers.ts', () => {
  test.each(['/', 'script', '/version.json'])('come with %s', async name => {
    expectHeaders(await get(name === 'script' ? script : name), securityHeaders)
  })

  test('come with what the browser has already', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''
    expectHeaders(await get('/', { 'If-None-Match': etag }), securityHeaders)
  })

  test.each<RawRequest & { status: number }>([
    { status: 200, target: '/config.json' },
    { status: 400, target: '/%zz' },
    { status: 400, target: '/', headers: [['Content-Length', 'x']] },
    { status: 400, target: '/', hosts: ['a', 'b'] },
    { status: 400, target: '/', headers: [['X-Long', 'x'.repeat(40_000)]] },
    { status: 403, target: '/', hosts: ['evil.example'] },
    { status: 403, target: CALL },
    { status: 404, target: '/assets/gone.js' },
    { status: 404, target: '/api/me' },
    { status: 404, target: '/api/location/file/download?token=abc' },
    { status: 405, method: 'POST', target: '/' },
    { status: 405, method: 'TRACE', target: CALL },
    { status: 405, method: 'POST', target: CALL },
    { status: 413, ...large, target: '/' },
    { status: 413, ...large, target: CALL },
    { status: 414, target: `/${'x'.repeat(40_000)}` },
    { status: 414, target: `${CALL}${'x'.repeat(40_000)}` },
    { status: 414, target: `/${'x'.repeat(40_000)}`, hosts: ['evil.example'] },
    { status: 501, target: '/', headers: [['Transfer-Encoding', 'x']] },
  ])('let nothing run in an error or in data: $status', async ({ status, ...request }) => {
    const reply = await sendRaw(nginx.port, request)
    expect(reply.status).toBe(status)
    expectHeaders(reply, dataHeaders)
  })
})
