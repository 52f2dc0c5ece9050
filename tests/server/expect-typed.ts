import { expect } from 'vitest'
import { dataHeaders } from '../../src/server/security-headers.ts'
import { expectHeaders } from './expect-headers.ts'
import type { FakeUpstream } from './fake-upstream.ts'
import { ownPage, type TypeCase } from './proxy-cases.ts'
import { sendRaw } from './raw-request.ts'

const PAGE = '<script>document.title = 1</script>'

/** Has the provider send a page under the types of one line, as its words and as its file; expects those of the line. */
export async function expectTyped(
  port: number,
  upstream: FakeUpstream,
  { types, status, file }: TypeCase,
): Promise<void> {
  upstream.answerWith(request => {
    const lines = types.map(type => `Content-Type: ${type}\r\n`).join('')
    request.socket.end(
      `HTTP/1.1 200 OK\r\n${lines}Content-Disposition: inline; filename="a.html"\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`,
    )
  })
  const token = `type-${Math.random()}`
  for (const [path, expected] of [
    ['status', status],
    ['file/download', file],
  ]) {
    const reply = await sendRaw(port, { target: `/api/location/${path}?token=${token}`, headers: [ownPage] })
    expect(reply.status).toBe(200)
    expect(reply.body.toString()).toBe(PAGE)
    expect(reply.bytes.toString().match(/^content-type:/gim)).toHaveLength(1)
    expectHeaders(reply, dataHeaders)
    // Of several, engines see the first, the last or all of them.
    const allowed = types.length > 1 ? [expected, 'application/json'] : [expected]
    expect(allowed).toContain(reply.headers.get('content-type'))
    const disposition = path === 'status' ? undefined : 'attachment; filename="a.html"'
    expect(reply.headers.get('content-disposition')).toBe(disposition)
  }
}
