import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '../../src/server/security-headers.ts'
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

  test.each(['/', '/index.html', '/version.json'])('sends them with %s', async target => {
    const { status, headers } = await sendRaw(server.port, { target, headers: [['Accept', 'text/html']] })
    expect(status).toBe(200)
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers.get(name.toLowerCase()), name).toBe(value)
    }
  })
})
