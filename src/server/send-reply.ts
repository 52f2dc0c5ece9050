import type { ServerResponse } from 'node:http'
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
