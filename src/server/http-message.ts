import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reply } from './request-rule.js'

/** Not to be kept unless its headers say otherwise. */
export function sendReply(response: ServerResponse, { status, headers, body }: Reply): void {
  const hasBody = status !== 204 && status !== 304
  response.writeHead(status, {
    'cache-control': 'no-store',
    ...headers,
    ...(hasBody && { 'content-length': Buffer.byteLength(body) }),
  })
  response.end(body)
}

/** Undefined for a body of more than `most` bytes, the rest of which is left to the caller. */
export async function readBody(message: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
