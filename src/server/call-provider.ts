import { once } from 'node:events'
import * as http from 'node:http'
import * as https from 'node:https'
import { readBody } from './http-message.ts'
import replyRule, { type Kind } from './reply-rule.js'
import requestRule, { type Call, type ErrorReason, type Reply } from './request-rule.js'

export type ProviderCall = {
  /** Without query or fragment; a trailing slash does not matter. */
  apiUrl: URL
  apiKey: string
  token: string
  /** Aborts when the browser has left. */
  left: AbortSignal
}

/** The form of a file is not documented. */
const accepted = { status: 'application/json', file: 'application/json, */*' }

/** Calls once and never again; resolves with the headers, rejects when none come or the signal aborts. */
function callProvider(
  call: Call,
  { apiUrl, apiKey, token }: ProviderCall,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { get } = apiUrl.protocol === 'https:' ? https : http
  const path = requestRule.addressOf(apiUrl.pathname, call, apiKey, token)
  const headers = { accept: accepted[call], 'user-agent': 'rental-board' }
  // A connection of its own each time: one that the provider has just closed is never reused.
  const options = { path, headers, signal, agent: false }
  return new Promise((resolve, reject) => {
    get(apiUrl, options, resolve)
      .on('error', reject)
      .on('close', () => reject(new Error('closed without a reply')))
  })
}

type Answer = { kind: Kind; reply: Reply }

function failure(reason: ErrorReason): Answer {
  return { kind: 'failure', reply: requestRule.errorReply(reason) }
}

async function readStatus(response: http.IncomingMessage, apiKey: string): Promise<Answer> {
  const { statusCode: status = 502, headers } = response
  const received = (name: string) => headers[name]?.toString()
  const fault = replyRule.replyFault('status', status, received)
  const body = fault === undefined ? await readBody(response, replyRule.maxBytes.status) : undefined
  if (body === undefined) {
    response.destroy()
    return failure(fault ?? 'upstream-unreadable')
  }
  return replyRule.statusReply(status, received, body, apiKey)
}

/**
 * The provider's reply, cleared of the key, if it comes whole within `timeoutMs`. Never throws: an error reply names
 * neither the key nor the address.
 */
export async function forwardStatus(call: ProviderCall, timeoutMs: number): Promise<Answer> {
  const late = AbortSignal.timeout(timeoutMs)
  try {
    const response = await callProvider('status', call, AbortSignal.any([late, call.left]))
    return await readStatus(response, call.apiKey)
  } catch {
    return failure(late.aborted ? 'upstream-timeout' : 'upstream-unreachable')
  }
}

/** Until the headers come, and between two pieces of the body. */
export type FileTimeouts = { headersMs: number; idleMs: number }

/** Clears the body of the key; throws when it breaks off, stalls or grows too long. */
async function sendBody(
  incoming: http.IncomingMessage,
  { apiKey, left }: ProviderCall,
  out: http.ServerResponse,
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
  out: http.ServerResponse,
  { headersMs, idleMs }: FileTimeouts = { headersMs: 30_000, idleMs: 30_000 },
): Promise<Reply | undefined> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), headersMs)
  try {
    const incoming = await callProvider('file', call, AbortSignal.any([late.signal, call.left]))
    clearTimeout(timer)
    const { statusCode = 502, headers } = incoming
    const received = (name: string) => headers[name]?.toString()
    const fault = replyRule.replyFault('file', statusCode, received)
    if (fault !== undefined) {
      incoming.destroy()
      return requestRule.errorReply(fault)
    }
    const passed = replyRule.fileHeaders(received, call.apiKey)
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
