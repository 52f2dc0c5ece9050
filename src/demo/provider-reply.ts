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
