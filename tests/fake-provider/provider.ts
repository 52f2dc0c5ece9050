import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { fictitiousNumbers } from '../../src/demo/demo-file.ts'
import { fileResponse, statusResponse } from '../../src/demo/provider-reply.ts'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { type Behaviour, loginPage, ok, type Reply } from './behaviours.ts'

/** One request as it reached the provider. Times in milliseconds since 1970. */
export type Call = {
  readonly at: number
  /** When the exchange was over, either way; absent while it is open. */
  closedAt?: number
  readonly method: string
  /** Path and query, the key in it included. */
  readonly url: string
  readonly token: string | null
  readonly keyOk: boolean
  readonly headers: IncomingHttpHeaders
}

/** The provider as a real HTTP server on the loopback, which can be told to misbehave. */
export type Provider = {
  /** The base to give as `SMSPARTNER_API_URL`. */
  readonly url: string
  /** Everything that was asked, oldest first; empty it between tests. */
  readonly calls: Call[]
  /** Makes the rental answer this reply from now on, and properly; or behave so at every call. */
  set(token: string, reply: StatusReply | Behaviour): void
  /**
   * Makes every request for the rental's file behave so; by default it is the numbers as CSV, once. The rental counts
   * as downloaded from then on, unless it `keeps` its file.
   */
  setFile(token: string, behaviour: Behaviour, options?: { keeps: boolean }): void
  /** Makes every status call, or one token's, behave so; null ends it. One token's comes before everyone's. */
  behave(behaviour: Behaviour | null, only?: { token: string }): void
  /** Stops listening and destroys every open connection. */
  kill(): Promise<void>
  /** Listens again, on the same port. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Starts the provider on `port`, or on a free one, knowing `rentals` and accepting `apiKey`. */
export async function startProvider(options: {
  port?: number
  apiKey: string
  rentals?: Iterable<{ token: string; reply: StatusReply }>
}): Promise<Provider> {
  const { apiKey, rentals = [] } = options
  const calls: Call[] = []
  const replies = new Map(Array.from(rentals, ({ token, reply }) => [token, reply]))
  const behaviours = new Map<string, Behaviour>()
  let everyone: Behaviour = ok
  const files = new Map<string, Behaviour>()
  const keepers = new Set<string>()
  const path = '/v1/location/status'
  const filePath = '/v1/location/file/download'
  const source = { lookup: (token: string) => replies.get(token), apiKey }

  /** The file of a ready rental, whose status moves on as soon as it is asked for. */
  function giveOut(reply: StatusReply): Response {
    if (!keepers.has(reply.token)) replies.set(reply.token, { ...reply, status: 5 })
    const numbers = fictitiousNumbers(Number(reply.file?.phoneNumbers ?? reply.location?.cost?.quantity ?? 0))
    return new Response(numbers.map(number => `${number}\r\n`).join(''), {
      headers: { 'content-type': 'text/csv' },
    })
  }

  function respond(pathname: string, query: URLSearchParams): Response {
    if (pathname === path) return statusResponse(source, query)
    return pathname === filePath ? fileResponse(source, query, giveOut) : elsewhere(pathname)
  }

  async function serve(request: IncomingMessage, out: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
    const token = searchParams.get('token')
    const call: Call = {
      at: Date.now(),
      method,
      url,
      token,
      keyOk: searchParams.get('apiKey') === apiKey,
      headers,
    }
    calls.push(call)
    out.on('close', () => {
      call.closedAt = Date.now()
    })
    const answer = await replyFrom(method === 'GET' ? respond(pathname, searchParams) : elsewhere(pathname))
    const behaviour = behaviourAt(pathname, token ?? '')
    await behaviour({ answer, out })
  }

  function behaviourAt(pathname: string, token: string): Behaviour {
    if (pathname === path) return behaviours.get(token) ?? everyone
    return pathname === filePath ? (files.get(token) ?? ok) : ok
  }

  const server = createServer((request, out) => {
    serve(request, out).catch(() => out.destroy())
  })
  let port = options.port ?? 0

  async function listen(): Promise<void> {
    await once(server.listen(port, '127.0.0.1'), 'listening')
    const address = server.address()
    if (typeof address === 'object' && address !== null) port = address.port
  }

  async function kill(): Promise<void> {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }

  await listen()
  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    set(token, reply) {
      if (typeof reply === 'function') {
        behaviours.set(token, reply)
      } else {
        behaviours.delete(token)
        replies.set(token, reply)
      }
    },
    setFile(token, behaviour, { keeps } = { keeps: false }) {
      files.set(token, behaviour)
      if (keeps) keepers.add(token)
      else keepers.delete(token)
    },
    behave(behaviour, only) {
      if (only === undefined) everyone = behaviour ?? ok
      else if (behaviour === null) behaviours.delete(only.token)
      else behaviours.set(only.token, behaviour)
    },
    kill,
    restart: listen,
    close: kill,
  }
}

/** The login page that a followed redirect ends on; nothing else is there. */
function elsewhere(pathname: string): Response {
  return pathname === '/v1/login'
    ? new Response(loginPage, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    : Response.json({ message: 'Not Found' }, { status: 404 })
}

async function replyFrom(response: Response): Promise<Reply> {
  const body = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}
