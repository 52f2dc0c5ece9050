import { type Clock, now } from '../lib/clock.ts'
import { decodeReply } from './decode-rental.ts'
import { ApiError, HttpError, NetworkError, RateLimitError } from './errors.ts'
import { readBody } from './read-body.ts'
import type { RentalReply } from './rental.ts'
import { retryAfterMs } from './retry-after.ts'
import { within } from './within.ts'

/** Milliseconds after which a reply is too old to pass for one that another viewer has just asked for. */
const OLD = 30_000

/** Milliseconds for headers and body together. */
const TIMEOUT = 10_000

export type FetchRentalOptions = {
  /** Ends the request; its reason is then thrown as it is. */
  signal?: AbortSignal
  /** The key that the user typed, for a server that has none. */
  apiKey?: string
  fetch?: typeof globalThis.fetch
  clock?: Clock
}

/**
 * Asks the board's own server for the status of one rental, by a token that `src/tokens` lets through.
 * @throws NetworkError, TimeoutError, HttpError, RateLimitError, ApiError or DecodeError; an abort of the
 * caller's signal throws that signal's reason.
 */
export function fetchRental(token: string, options: FetchRentalOptions = {}): Promise<RentalReply> {
  return within(TIMEOUT, options.signal, signal => request(token, { ...options, signal }))
}

async function request(token: string, options: FetchRentalOptions): Promise<RentalReply> {
  const { signal, apiKey, fetch = globalThis.fetch, clock = now } = options
  const url = `${location.origin}/api/location/status?token=${encodeURIComponent(token)}`
  const response = await fetch(url, {
    signal,
    headers: ownPageHeaders(apiKey),
    redirect: 'error',
    cache: 'no-store',
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
  }).catch(cause => {
    throw new NetworkError('the request got no answer', { cause })
  })
  const age = ageIn(response)
  const at = clock() - age
  refuseRateLimit(response)
  if (!response.ok) throw await failureIn(response)
  const raw = await readBody(response)
  return { rental: decodeReply(raw), raw, at, ...(isStandIn(response, age) && { standsIn: true }) }
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
  return cache === 'STALE' || (cache === 'UPDATING' && age > OLD)
}

/** @throws RateLimitError when the server asks for fewer requests. */
export function refuseRateLimit({ status, headers }: Response): void {
  const wait = headers.get('Retry-After')
  if (status === 429 || (status === 503 && wait !== null)) throw new RateLimitError(retryAfterMs(wait))
}

/** The provider may put its own error behind any HTTP status, which then says more than the status. */
export async function failureIn(response: Response): Promise<ApiError | HttpError> {
  try {
    decodeReply(await readBody(response))
    return new HttpError(response.status)
  } catch (cause) {
    const isNamed = cause instanceof ApiError && cause.code !== undefined
    return isNamed ? cause : new HttpError(response.status, { cause })
  }
}
