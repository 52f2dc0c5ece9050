import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '../../src/server/security-headers.ts'
import { expectHeaders } from './expect-headers.ts'
import { sendRaw } from './raw-request.ts'
import { buildSmallPage } from './small-page.ts'
import { startVite, type ViteProcess } from './vite-process.ts'

const policy = securityHeaders['Content-Security-Policy']

test.each([
  "default-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
])('the policy says %s', directive => {
  expect(policy.split('; ')).toContain(directive)
})

test('the policy allows nothing inline, evaluated or from elsewhere', () => {
  expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/)
  expect(policy.split('; ').filter(directive => directive.includes('data:'))).toEqual([
    "img-src 'self' data:",
  ])
})

describe('the preview server', () => {
  let root: string
  let server: ViteProcess

  beforeAll(async () => {
    root = await buildSmallPage()
    server = await startVite('preview', { root })
  }, 60_000)

  afterAll(async () => {
    await server.stop()
    await rm(root, { recursive: true })
  })

  test.each([
    ['/', 200],
    ['/index.html', 200],
    ['/version.json', 200],
    ['/assets/gone.js', 404],
    ['/%zz', 404],
  ])('sends them with %s, %i', async (target, status) => {
    const accepted = status === 200 ? 'text/html' : 'application/json'
    const reply = await sendRaw(server.port, { target, headers: [['Accept', accepted]] })
    expect(reply.status).toBe(status)
    expectHeaders(reply, securityHeaders)
  })

  test('sends them with what the browser has already', async () => {
    const { headers } = await sendRaw(server.port, { target: '/version.json' })
    const again = await sendRaw(server.port, {
      target: '/version.json',
      headers: [['If-None-Match', headers.get('etag') ?? '']],
    })
    expect(again.status).toBe(304)
    expectHeaders(again, securityHeaders)
  })
})
