import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Call, callProvider } from './call-provider.ts'
import { fileDisposition, fileType } from './data-type.ts'
import { type ErrorReason, errorResponse } from './error-response.ts'
import { createKeyRedactor, redactKey } from './redact-key.ts'
import type { Reply } from './reply.ts'

/** Ten times the size of 500,000 numbers. */
const MAX_FILE_BYTES = 64 * 1024 * 1024

const passedHeaders = ['content-length', 'retry-after'] as const

/** Until the headers come, and between two pieces of the body. */
export type FileTimeouts = { headersMs: number; idleMs: number }

type FileCall = Call & {
  /** Aborts when the browser has left. */
  left: AbortSignal
}

/** Why the reply cannot be forwarded; undefined when it can. */
function faultOf({ statusCode = 502, headers }: IncomingMessage): ErrorReason | undefined {
  if (statusCode < 200) return 'upstream-unreachable'
  if (statusCode >= 300 && statusCode < 400) return 'upstream-redirect'
  // Compressed bytes could hide the key.
  if (headers['content-encoding'] !== undefined) return 'upstream-unreadable'
  return Number(headers['content-length'] ?? 0) > MAX_FILE_BYTES ? 'upstream-unreadable' : undefined
}

function sendHead({ statusCode = 502, headers }: IncomingMessage, apiKey: string, out: ServerResponse): void {
  const keyless = (value: string | undefined) =>
    value !== undefined && redactKey(value, apiKey) === value ? value : undefined
  for (const name of passedHeaders) {
    const value = keyless(headers[name])
    if (value !== undefined) out.setHeader(name, value)
  }
  out.setHeader('content-type', fileType(keyless(headers['content-type'])))
  out.setHeader('content-disposition', fileDisposition(keyless(headers['content-disposition'])))
  out.setHeader('cache-control', 'no-store')
  out.writeHead(statusCode)
}

/** Clears the body of the key; throws when it breaks off, stalls or grows too long. */
async function sendBody(
  incoming: IncomingMessage,
  { apiKey, left }: FileCall,
  out: ServerResponse,
  idleMs: number,
): Promise<void> {
  const redactor = createKeyRedactor(apiKey)
  // Only the provider's silence counts, not the time that the browser takes.
  const watch = () => setTimeout(() => incoming.destroy(new Error('the body stalls')), idleMs)
  let timer = watch()
  let length = 0
  try {
    for await (const piece of incoming) {
      clearTimeout(timer)
      length += piece.length
      if (length > MAX_FILE_BYTES) throw new Error('the body is too long')
      if (!out.write(redactor.next(piece))) await once(out, 'drain', { signal: left })
      timer = watch()
    }
  } finally {
    clearTimeout(timer)
  }
  out.end(redactor.rest())
}

/**
 * Asks for the file once and never again, and streams the reply, cleared of the key. Returns an error response while
 * nothing was sent; later it breaks the connection, so that nobody takes a part for the whole.
 */
export async function streamFile(
  call: FileCall,
  out: ServerResponse,
  { headersMs, idleMs }: FileTimeouts = { headersMs: 30_000, idleMs: 30_000 },
): Promise<Reply | undefined> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), headersMs)
  try {
    const incoming = await callProvider(
      call,
      'location/file/download',
      AbortSignal.any([late.signal, call.left]),
    )
    clearTimeout(timer)
    const fault = faultOf(incoming)
    if (fault !== undefined) {
      incoming.destroy()
      return errorResponse(fault)
    }
    sendHead(incoming, call.apiKey, out)
    await sendBody(incoming, call, out, idleMs)
    return undefined
  } catch {
    if (!out.headersSent)
      return errorResponse(late.signal.aborted ? 'upstream-timeout' : 'upstream-unreachable')
    out.destroy()
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
