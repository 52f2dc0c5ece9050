import type * as http from 'node:http'
import { type Call, callProvider } from './call-provider.ts'
import { statusType } from './data-type.ts'
import { errorResponse } from './error-response.ts'
import { redactKey } from './redact-key.ts'
import type { Reply } from './reply.ts'

const MAX_REPLY_BYTES = 2 * 1024 * 1024

const passedHeaders = ['retry-after', 'date', 'age'] as const

type StatusCall = Call & {
  /** Milliseconds for headers and body together. */
  timeoutMs: number
  /** Aborts when the browser has left. */
  left: AbortSignal
}

/** Undefined when the body is longer than `MAX_REPLY_BYTES`. */
async function readBody(response: http.IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    length += chunk.length
    if (length > MAX_REPLY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function read(response: http.IncomingMessage, apiKey: string): Promise<Reply> {
  const { statusCode = 502, headers } = response
  const body = await readBody(response)
  if (body === undefined) return errorResponse('upstream-unreadable')
  const passed = passedHeaders.flatMap(name => {
    const value = headers[name]
    return value === undefined ? [] : [[name, redactKey(value, apiKey)] as const]
  })
  return {
    status: statusCode,
    headers: {
      'content-type': statusType(redactKey(headers['content-type'] ?? '', apiKey)),
      ...Object.fromEntries(passed),
    },
    body: Buffer.from(redactKey(body.toString('latin1'), apiKey), 'latin1'),
  }
}

/** The provider's reply, cleared of the key. Never throws: an error response names neither the key nor the address. */
export async function forwardStatus(question: StatusCall): Promise<Reply> {
  const late = AbortSignal.timeout(question.timeoutMs)
  try {
    const response = await callProvider(question, 'location/status', AbortSignal.any([late, question.left]))
    const { statusCode = 502, headers } = response
    if (statusCode >= 300 && statusCode < 400) {
      response.destroy()
      return errorResponse('upstream-redirect')
    }
    if (headers['content-encoding'] !== undefined) {
      response.destroy()
      return errorResponse('upstream-unreadable')
    }
    return await read(response, question.apiKey)
  } catch {
    return errorResponse(late.aborted ? 'upstream-timeout' : 'upstream-unreachable')
  }
}
