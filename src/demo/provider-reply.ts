import type { Clock } from '../lib/clock.ts'
import { demoFile } from './demo-file.ts'
import { demoReply } from './demo-reply.ts'
import { type ErrorReply, type StatusReply, stageOf } from './status-reply.ts'

export type ReplySource = {
  /** Undefined for a rental that does not exist. */
  lookup: (token: string) => StatusReply | undefined
  /** The key that the query's `apiKey` must be; without it no key is asked for, as behind the board's proxy. */
  apiKey?: string
}

/** Answers as the provider does, in JSON, or in XML for `_format=xml`. */
export function statusResponse(source: ReplySource, query: URLSearchParams): Response {
  const reply = answer(source, query)
  if (query.get('_format') !== 'xml') return Response.json(reply)
  return new Response(positionalXml(reply), { headers: { 'Content-Type': 'text/xml; charset=UTF-8' } })
}

/**
 * Answers as the error codes of the other endpoints suggest (`docs/provider-api.md`, Errors); the rental counts as
 * downloaded once `file` was asked for its file.
 */
export function fileResponse(
  source: ReplySource,
  query: URLSearchParams,
  file: (reply: StatusReply) => Response,
): Response {
  const reply = answer(source, query)
  if ('code' in reply) return Response.json(reply)
  const stage = stageOf(reply.status)
  if (stage === 2) return file(reply)
  if (stage === 5) return Response.json(failure(34, 'Le fichier a déjà été utilisé'))
  if (stage === 3) return Response.json(failure(36, 'La location du fichier a échoué'))
  return Response.json(failure(33, 'Fichier de la location introuvable'))
}

/** The messages are those of the provider's page; the HTTP status is 200, as the provider's may be. */
function answer({ lookup, apiKey }: ReplySource, query: URLSearchParams): StatusReply | ErrorReply {
  const key = query.get('apiKey')
  const token = query.get('token')
  if (apiKey !== undefined && !key) return failure(1, 'La Clé API est requise')
  if (apiKey !== undefined && key !== apiKey) return failure(10, 'Clé API incorrecte')
  if (!token) return failure(31, 'Le token de la location est requis')
  return lookup(token) ?? failure(32, 'Location introuvable')
}

function failure(code: number, message: string): ErrorReply {
  return { success: false, code, message }
}

/** The values of the JSON in its order, each an `<entry>` without a name. */
export function positionalXml(reply: StatusReply | ErrorReply): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<result>${entries(reply)}</result>`
}

function entries(parent: object): string {
  return Object.values(parent)
    .map(value => `<entry>${content(value)}</entry>`)
    .join('')
}

function content(value: unknown): string {
  if (typeof value === 'object' && value !== null) return entries(value)
  return typeof value === 'string' ? cdata(value) : String(value)
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/**
 * Plays the provider within the page, without a network, from now on: replies take 80 to 400 ms, a file comes in
 * pieces and once only, other paths answer 404. Rejects with the signal's reason once it aborts.
 */
export function createDemoFetch({ now }: { now: Clock }): typeof fetch {
  const opening = now()
  const fetchedAt = new Map<string, number>()
  const source = { lookup: (token: string) => demoReply(token, now() - opening, fetchedAt.get(token)) }
  function file(reply: StatusReply): Response {
    fetchedAt.set(reply.token, now() - opening)
    return demoFile(reply)
  }
  let calls = 0
  return async (input, init) => {
    const request =
      input instanceof Request ? new Request(input, init) : new Request(new URL(input, location.href), init)
    await latency(calls++, request.signal)
    const { pathname, searchParams } = new URL(request.url)
    const path = request.method === 'GET' ? pathname : undefined
    if (path === '/api/location/status') return statusResponse(source, searchParams)
    if (path === '/api/location/file/download') return fileResponse(source, searchParams, file)
    return Response.json({ message: 'Not Found' }, { status: 404 })
  }
}

/** 80 to 400 ms, scattered but the same in every run. */
function latency(n: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const timer = setTimeout(resolve, 80 + ((n * 137) % 321))
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
