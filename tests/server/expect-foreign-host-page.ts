import { expect } from 'vitest'
import { dataHeaders } from '../../src/server/security-headers.ts'
import { expectHeaders } from './expect-headers.ts'
import type { RawReply } from './raw-request.ts'

/** What a browser sends as it opens an address. */
export const browserAccept = ['Accept', 'text/html,application/xhtml+xml,*/*;q=0.8'] as const

/** Expects the refusal of a foreign name, in French first, and without a word of Vite or nginx. */
export function expectForeignHostPage(reply: RawReply): void {
  expect(reply.status).toBe(403)
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expectHeaders(reply, dataHeaders)
  const page = reply.body.toString()
  expect(page).toMatch(
    /n’est pas autorisé\. ALLOWED_HOSTS, ou SERVER_NAME .* is not allowed\. ALLOWED_HOSTS/s,
  )
  expect(page).not.toMatch(/vite|<hr>|server\.allowedHosts/i)
}
