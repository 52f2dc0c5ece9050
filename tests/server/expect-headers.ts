import { expect } from 'vitest'
import type { RawReply } from './raw-request.ts'

/** Expects the headers in the reply, each with this value. */
export function expectHeaders(reply: RawReply, expected: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(expected)) {
    expect(reply.headers.get(name.toLowerCase()), name).toBe(value)
  }
}

/** The headers with their names in lower case, as a raw reply has them. */
export function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
