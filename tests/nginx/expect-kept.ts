import { expect } from 'vitest'
import { betraysCanary } from '../server/canary.ts'
import type { RawReply } from '../server/raw-request.ts'
import type { NginxProcess } from './start-nginx.ts'

/** Expects the canary in nothing that nginx has sent, written down or shown to the machine's other users. */
export async function expectKept(reply: RawReply, server: NginxProcess): Promise<void> {
  expect(betraysCanary(reply.bytes)).toBe(false)
  expect(betraysCanary(await server.logs())).toBe(false)
  expect(betraysCanary(await server.cached())).toBe(false)
  const commandLines = await server.commandLines()
  expect(commandLines).toContain('nginx: worker process')
  expect(betraysCanary(commandLines)).toBe(false)
}
