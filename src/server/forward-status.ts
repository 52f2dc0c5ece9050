import type * as http from 'node:http'
import { callProvider, type ProviderCall } from './call-provider.ts'
import replyRule from './reply-rule.js'
import requestRule, { type Reply } from './request-rule.js'

const passedHeaders = ['retry-after', 'date', 'age'] as const

/** Undefined when the body is too long. */
async function readBody(response: http.IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    length += chunk.length
    if (length > replyRule.maxBytes.status) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function read(response: http.IncomingMessage, apiKey: string): Promise<Reply> {
  const { statusCode: status = 502, headers } = response
  const fault = replyRule.replyFault('status', status, headers['content-encoding'])
  const body = fault === undefined ? await readBody(response) : undefined
  if (body === undefined) {
    response.destroy()
    return requestRule.errorReply(fault ?? 'upstream-unreadable')
  }
  const passed = passedHeaders.flatMap(name => {
    const value = headers[name]
    return value === undefined ? [] : [[name, replyRule.redactKey(value, apiKey)] as const]
  })
  const type = replyRule.redactKey(headers['content-type'] ?? '', apiKey)
  return {
    status,
    headers: { 'content-type': replyRule.contentType('status', type), ...Object.fromEntries(passed) },
    body: replyRule.redactBytes(body, apiKey),
  }
}

/**
 * The provider's reply, cleared of the key, if it comes whole within `timeoutMs`. Never throws: an error reply names
 * neither the key nor the address.
 */
export async function forwardStatus(call: ProviderCall, timeoutMs: number): Promise<Reply> {
  const late = AbortSignal.timeout(timeoutMs)
  try {
    const response = await callProvider('status', call, AbortSignal.any([late, call.left]))
    return await read(response, call.apiKey)
  } catch {
    return requestRule.errorReply(late.aborted ? 'upstream-timeout' : 'upstream-unreachable')
  }
}
