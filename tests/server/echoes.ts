import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { CANARY, spellings } from './canary.ts'

/** Every way in which the provider may give the canary key back. */
export const keyEchoes: readonly { what: string; answer: RequestListener }[] = [
  ...Object.entries(spellings).map(([name, text]) => ({
    what: `a body with the key ${name}`,
    answer: ((_request, response) => response.end(`{"message":"${text}"}`)) satisfies RequestListener,
  })),
  {
    what: 'a body in UTF-16',
    answer: (_request, response) => response.end(Buffer.from(`{"message":"${CANARY}"}`, 'utf16le')),
  },
  {
    what: 'an error page with the request in it',
    answer: ({ url }, response) =>
      response.writeHead(500, { 'Content-Type': 'text/html' }).end(`<a href="${url}">`),
  },
  {
    what: 'a redirection',
    answer: ({ url }, response) => response.writeHead(302, { Location: `http://x.test${url}` }).end(CANARY),
  },
  { what: 'a status line', answer: (_request, response) => response.writeHead(200, `OK ${CANARY}`).end() },
  {
    what: 'headers',
    answer: (_request, response) => {
      const passed = {
        'Content-Type': `text/plain; key=${CANARY}`,
        'Retry-After': CANARY,
        Age: CANARY,
        Date: CANARY,
      }
      response.writeHead(200, { ...passed, 'Set-Cookie': CANARY, 'X-Key': CANARY }).end()
    },
  },
  {
    what: 'a charset',
    answer: (_request, response) =>
      response.writeHead(200, { 'Content-Type': `text/csv; charset=${CANARY}` }).end('x'),
  },
  {
    what: 'the name of a file',
    answer: (_request, response) =>
      response.writeHead(200, { 'Content-Disposition': `attachment; filename=${CANARY}` }).end('x'),
  },
  {
    what: 'trailers',
    answer: (_request, response) => {
      response.writeHead(200, { Trailer: 'X-Key' })
      response.write('x')
      response.addTrailers({ 'X-Key': CANARY })
      response.end()
    },
  },
  {
    what: 'a packed body',
    answer: (_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(CANARY)),
  },
  {
    what: 'a body that breaks off',
    answer: (request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' })
      response.write(CANARY, () => request.socket.resetAndDestroy())
    },
  },
  { what: 'a reset', answer: request => request.socket.resetAndDestroy() },
  { what: 'words that are no HTTP', answer: request => request.socket.end(`${CANARY}\r\n\r\n`) },
]
