import { type Clock, now } from '../lib/clock.ts'
import { ApiError, DecodeError, HttpError, isListed, NetworkError, RateLimitError } from './errors.ts'
import { parseReply } from './parse-reply.ts'
import { readBody } from './read-body.ts'
import type { Rental, RentalReply } from './rental.ts'
import { withTimeout } from './timeouts.ts'

/** An older cached reply does not pass for one that another viewer has just asked for. */
const MAX_AGE_MS = 30_000

/** Headers and body together. */
const REQUEST_TIMEOUT_MS = 10_000

export type FetchRentalOptions = {
  /** Ends the request; its reason is then thrown as it is. */
  signal?: AbortSignal
  apiKey?: string
  fetch?: typeof globalThis.fetch
  clock?: Clock
}

/**
 * Asks the board's own server for the status of one rental, by a token that passed `token.ts`.
 * @throws NetworkError, TimeoutError, HttpError, RateLimitError, ApiError or DecodeError; an abort of the
 * caller's signal throws that signal's reason.
 */
export function fetchRental(token: string, options: FetchRentalOptions = {}): Promise<RentalReply> {
  return withTimeout(REQUEST_TIMEOUT_MS, options.signal, signal => request(token, { ...options, signal }))
}

async function request(token: string, options: FetchRentalOptions): Promise<RentalReply> {
  const { signal, apiKey, fetch = globalThis.fetch, clock = now } = options
  const url = `${location.origin}/api/location/status?token=${encodeURIComponent(token)}`
  const response = await fetch(url, {
    signal,
    headers: ownPageHeaders(apiKey),
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
  }).catch(cause => {
    throw new NetworkError('the request got no answer', { cause })
  })
  const age = ageIn(response)
  const at = clock() - age
  throwIfRateLimited(response)
  if (isRedirect(response)) throw new DecodeError('redirect')
  if (!response.ok) throw await toHttpError(response)
  const raw = await readBody(response)
  return { rental: read(raw, response), raw, at, ...(isStandIn(response, age) && { isStale: true }) }
}

/** What the board's own page sends, and no other site can: over plain http a browser does not say whose page asks. */
export function ownPageHeaders(apiKey: string | undefined): Record<string, string> {
  return { 'X-Requested-With': 'rental-board', ...(apiKey !== undefined && { 'X-Api-Key': apiKey }) }
}

/** The milliseconds that the reply spent in caches, zero when it does not say. */
function ageIn({ headers }: Response): number {
  const age = headers.get('Age') ?? ''
  return /^\d{1,10}$/.test(age) ? Number(age) * 1_000 : 0
}

/** True for what the server's cache gave in place of an answer: nginx says so in `X-Cache-Status`. */
function isStandIn({ headers }: Response, age: number): boolean {
  const cache = headers.get('X-Cache-Status')
  return cache === 'STALE' || (cache === 'UPDATING' && age > MAX_AGE_MS)
}

/** A browser keeps the status of a redirect that it does not follow to itself. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400)
}

/** A reply that asks for fewer requests has the time to wait in its `Retry-After` header. */
function read(text: string, { headers }: Response): Rental {
  try {
    return parseReply(text)
  } catch (error) {
    if (!(error instanceof RateLimitError)) throw error
    throw new RateLimitError(retryAfterMs(headers.get('Retry-After')), { cause: error })
  }
}

/** @throws RateLimitError when the server asks for fewer requests. */
export function throwIfRateLimited({ status, headers }: Response): void {
  const wait = headers.get('Retry-After')
  if (status === 429 || (status === 503 && wait !== null)) throw new RateLimitError(retryAfterMs(wait))
}

/** The provider's own error, behind any HTTP status, says more than that; a code it does not name is a gateway's. */
export async function toHttpError(response: Response): Promise<ApiError | RateLimitError | HttpError> {
  try {
    read(await readBody(response), response)
    return new HttpError(response.status)
  } catch (cause) {
    if (cause instanceof RateLimitError) return cause
    if (!(cause instanceof ApiError)) return new HttpError(response.status, '', { cause })
    return isListed(cause.code) ? cause : new HttpError(response.status, cause.message, { cause })
  }
}

/** Milliseconds to wait, from seconds or an HTTP date; negative when past, undefined when missing or unreadable. */
export function retryAfterMs(header: string | null): number | undefined {
  const value = header?.trim() ?? ''
  const wait = /^-?\d+$/.test(value) ? Number(value) * 1_000 : httpDate(value) - Date.now()
  return Number.isFinite(wait) ? wait : undefined
}

/** `Date.parse` alone would also read `5.5` or `soon 1` as a date. */
function httpDate(value: string): number {
  return /^[A-Z][a-z]{2,8}, .+ GMT$/.test(value) ? Date.parse(value) : Number.NaN
}
