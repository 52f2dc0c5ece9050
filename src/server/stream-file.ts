import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { callProvider, type ProviderCall } from './call-provider.ts'
import replyRule from './reply-rule.js'
import requestRule, { type Reply } from './request-rule.js'

/** Until the headers come, and between two pieces of the body. */
export type FileTimeouts = { headersMs: number; idleMs: number }

/** Clears the body of the key; throws when it breaks off, stalls or grows too long. */
async function sendBody(
  incoming: IncomingMessage,
  { apiKey, left }: ProviderCall,
  out: ServerResponse,
  idleMs: number,
): Promise<void> {
  // Only the provider's silence counts, not the time that the browser takes.
  const watch = () => setTimeout(() => incoming.destroy(new Error('the body stalls')), idleMs)
  let timer = watch()
  const redact = replyRule.createFileRedactor(apiKey)
  try {
    for await (const piece of incoming) {
      clearTimeout(timer)
      const taken = redact(piece, false).map(part => out.write(part))
      if (taken.includes(false)) await once(out, 'drain', { signal: left })
      timer = watch()
    }
  } finally {
    clearTimeout(timer)
  }
  for (const part of redact(Buffer.alloc(0), true)) out.write(part)
  out.end()
}

/**
 * Asks for the file once and never again, and streams the reply, cleared of the key. Returns an error reply while
 * nothing was sent; later it breaks the connection, so that nobody takes a part for the whole.
 */
export async function streamFile(
  call: ProviderCall,
  out: ServerResponse,
  { headersMs, idleMs }: FileTimeouts = { headersMs: 30_000, idleMs: 30_000 },
): Promise<Reply | undefined> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), headersMs)
  try {
    const incoming = await callProvider('file', call, AbortSignal.any([late.signal, call.left]))
    clearTimeout(timer)
    const { statusCode = 502, headers } = incoming
    const { 'content-encoding': encoding, 'content-length': length } = headers
    const fault = replyRule.replyFault('file', statusCode, encoding, length)
    if (fault !== undefined) {
      incoming.destroy()
      return requestRule.errorReply(fault)
    }
    const passed = replyRule.fileHeaders(name => headers[name]?.toString(), call.apiKey)
    out.writeHead(statusCode, { ...passed, 'cache-control': 'no-store' })
    await sendBody(incoming, call, out, idleMs)
    return undefined
  } catch {
    if (!out.headersSent)
      return requestRule.errorReply(late.signal.aborted ? 'upstream-timeout' : 'upstream-unreachable')
    out.destroy()
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
