import type { RequestListener } from 'node:http'
import type { ErrorReason } from '../../src/server/request-rule.js'

/** A way in which the provider fails to answer, and the refusal it comes to. */
export type ProviderFault = { name: string; answer: RequestListener; status: number; error: ErrorReason }

export const providerFaults: readonly ProviderFault[] = [
  ...[301, 302, 303, 304, 307, 308].map(
    (code): ProviderFault => ({
      name: `a redirection ${code}`,
      answer: (_request, response) => response.writeHead(code, { Location: '/v1/me' }).end(),
      status: 502,
      error: 'upstream-redirect',
    }),
  ),
  {
    name: 'a body above 2 MB',
    answer: (_request, response) => response.end('x'.repeat(2 * 1024 * 1024 + 1)),
    status: 502,
    error: 'upstream-unreadable',
  },
  {
    name: 'a body above 2 MB that does not say so',
    answer: (_request, response) => {
      response.write('x'.repeat(2 * 1024 * 1024))
      response.end('x')
    },
    status: 502,
    error: 'upstream-unreadable',
  },
  {
    name: 'a body without end',
    answer: (_request, response) => {
      const pour = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', pour)
      pour()
    },
    status: 502,
    error: 'upstream-unreadable',
  },
  {
    name: 'an encoding that was not asked for',
    answer: (_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x'),
    status: 502,
    error: 'upstream-unreadable',
  },
  {
    name: 'a transfer encoding that was not asked for',
    answer: request =>
      request.socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n'),
    status: 502,
    error: 'upstream-unreadable',
  },
  {
    name: 'a reset before the reply',
    answer: request => request.socket.resetAndDestroy(),
    status: 502,
    error: 'upstream-unreachable',
  },
  {
    name: 'a reset inside the body',
    answer: (request, response) => {
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('{"success":', () => request.socket.resetAndDestroy())
    },
    status: 502,
    error: 'upstream-unreachable',
  },
  {
    name: 'a body that ends early',
    answer: (request, response) => {
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('{"success":', () => request.socket.end())
    },
    status: 502,
    error: 'upstream-unreachable',
  },
  {
    name: 'headers beyond measure',
    answer: (_request, response) => response.writeHead(200, { 'X-Long': 'x'.repeat(100_000) }).end(),
    status: 502,
    error: 'upstream-unreachable',
  },
  {
    name: 'words that are no HTTP',
    answer: request => request.socket.end('hello secret\r\n\r\n'),
    status: 502,
    error: 'upstream-unreachable',
  },
  {
    name: 'another protocol',
    answer: request =>
      request.socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    status: 502,
    error: 'upstream-unreachable',
  },
  { name: 'silence', answer: () => {}, status: 504, error: 'upstream-timeout' },
  {
    name: 'silence inside the body',
    answer: (_request, response) => response.write('{"success":'),
    status: 504,
    error: 'upstream-timeout',
  },
]

/** Errors of the provider's that are the whole board's: each call hears them as they are, and none keeps them. */
export const boardErrors: readonly { code: number; body: string }[] = [1, 10, 20, 30, 40, 96, 429].map(
  code => ({ code, body: `{"success":false,"code":${code},"message":"Non"}` }),
)
