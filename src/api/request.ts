import { type ApiError, HttpError, NetworkError, RateLimitError } from './errors.ts'
import { errorIn } from './parse-reply.ts'
import { readBody } from './read-body.ts'
import { isListed, providerError } from './reply-error.ts'

/** A longer text is no sentence. */
const MAX_SAID_CHARS = 200

export type RequestOptions = {
  /** Ends the request; its reason is then thrown as it is. */
  signal?: AbortSignal
  apiKey?: string | undefined
  fetch?: typeof globalThis.fetch | undefined
}

/**
 * Asks the board's own server about one rental. The header is what its own page sends, and no other site can: over
 * plain http a browser does not say whose page asks.
 * @throws NetworkError or RateLimitError
 */
export async function request(
  what: 'status' | 'file/download',
  token: string,
  redirect: RequestRedirect,
  { signal, apiKey, fetch = globalThis.fetch }: RequestOptions,
): Promise<Response> {
  const url = `${location.origin}/api/location/${what}?token=${encodeURIComponent(token)}`
  const response = await fetch(url, {
    signal: signal ?? null,
    headers: { 'X-Requested-With': 'rental-board', ...(apiKey !== undefined && { 'X-Api-Key': apiKey }) },
    redirect,
    cache: 'no-store',
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
  }).catch(cause => {
    throw new NetworkError('the request got no answer', { cause })
  })
  const { status, headers } = response
  if (status === 429 || (status === 503 && headers.has('Retry-After'))) throw rateLimit(response)
  return response
}

/** With the time to wait that the reply names. */
export function rateLimit({ headers }: Response, cause?: unknown): RateLimitError {
  // By the server's own clock where it tells: a page whose clock is ahead would come back too soon.
  const now = httpDate(headers.get('Date')) || Date.now()
  return new RateLimitError(retryAfterMs(headers.get('Retry-After'), now), { cause })
}

/**
 * The error of a failing HTTP status: the provider's own where the reply is one, and always with the words that came. A
 * code that the provider does not name is a gateway's, and an error of a server's own, from 500 on, is no rental's.
 */
export async function failureOf(response: Response): Promise<ApiError | RateLimitError | HttpError> {
  const { status } = response
  let body = ''
  try {
    body = await readBody(response)
    const { code, words = '', isProviders = false } = errorIn(body) ?? {}
    if (!isListed(code) && !(isProviders && status < 500)) return new HttpError(status, words)
    const error = providerError(code, words)
    return error instanceof RateLimitError ? rateLimit(response, error) : error
  } catch (cause) {
    const isSentence = /^[^<>{}\r\n]+$/.test(body.trim()) && body.length <= MAX_SAID_CHARS
    return new HttpError(status, isSentence ? body.trim() : '', { cause })
  }
}

/** Milliseconds to wait, from seconds or an HTTP date; negative when past, undefined when missing or unreadable. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  const value = header?.trim() ?? ''
  const wait = /^-?\d+$/.test(value) ? Number(value) * 1_000 : httpDate(value) - now
  return Number.isFinite(wait) ? wait : undefined
}

/** `Date.parse` alone would also read `5.5` or `soon 1` as a date. */
function httpDate(value: string | null): number {
  return value !== null && /^[A-Z][a-z]{2,8}, .+ GMT$/.test(value) ? Date.parse(value) : Number.NaN
}
