import type * as http from 'node:http'
import { callProvider, type ProviderCall } from './call-provider.ts'
import replyRule, { type Kind } from './reply-rule.js'
import requestRule, { type ErrorReason, type Reply } from './request-rule.js'

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

type Answer = { kind: Kind; reply: Reply }

function failure(reason: ErrorReason): Answer {
  return { kind: 'failure', reply: requestRule.errorReply(reason) }
}

async function read(response: http.IncomingMessage, apiKey: string): Promise<Answer> {
  const { statusCode: status = 502, headers } = response
  const fault = replyRule.replyFault('status', status, headers['content-encoding'])
  const body = fault === undefined ? await readBody(response) : undefined
  if (body === undefined) {
    response.destroy()
    return failure(fault ?? 'upstream-unreadable')
  }
  return replyRule.statusReply(status, name => headers[name]?.toString(), body, apiKey)
}

/**
 * The provider's reply, cleared of the key, if it comes whole within `timeoutMs`. Never throws: an error reply names
 * neither the key nor the address.
 */
export async function forwardStatus(call: ProviderCall, timeoutMs: number): Promise<Answer> {
  const late = AbortSignal.timeout(timeoutMs)
  try {
    const response = await callProvider('status', call, AbortSignal.any([late, call.left]))
    return await read(response, call.apiKey)
  } catch {
    return failure(late.aborted ? 'upstream-timeout' : 'upstream-unreachable')
  }
}
