import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** One request as it reached the provider's side. */
export type UpstreamCall = {
  method: string | undefined
  /** The raw request target. */
  target: string | undefined
  headers: NodeJS.Dict<string[]>
  /** Settles when the connection of the call closes. */
  closed: Promise<void>
}

export type FakeUpstream = {
  /** The base address for `SMSPARTNER_API_URL`. */
  url: string
  /** What arrived since the last `answerWith`. */
  calls: UpstreamCall[]
  /** Forgets the calls, and answers those to come with the listener. */
  answerWith(listener: RequestListener): void
  close(): Promise<void>
}

/** A reply that the provider could give. */
export const plainAnswer: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end('{"success":true,"status":2}')
}

/** Starts a real HTTP server on the loopback that stands in for the provider. */
export async function startFakeUpstream(): Promise<FakeUpstream> {
  const calls: UpstreamCall[] = []
  let answer = plainAnswer
  const server = createServer((request, response) => {
    const { method, url: target, headersDistinct: headers, socket } = request
    const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
    calls.push({ method, target, headers, closed })
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the stand-in listens on no port')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    calls,
    answerWith(listener) {
      calls.length = 0
      answer = listener
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
