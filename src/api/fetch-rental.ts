import { type Clock, now } from '../lib/clock.ts'
import { ApiError, DecodeError, NetworkError, RateLimitError, TimeoutError } from './errors.ts'
import { parseReply } from './parse-reply.ts'
import { readBody } from './read-body.ts'
import type { Rental, RentalReply } from './rental.ts'
import { isRentals } from './reply-error.ts'
import { failureOf, type RequestOptions, rateLimit, request } from './request.ts'
import { withTimeout } from './timeouts.ts'

/** An older cached reply does not pass for one that another viewer has just asked for. */
const MAX_AGE_MS = 30_000

/** Headers and body together. */
const REQUEST_TIMEOUT_MS = 10_000

export type FetchRentalOptions = RequestOptions & { clock?: Clock }

/**
 * Asks the board's own server for the status of one rental, by a token that passed `isToken`.
 * @throws NetworkError, TimeoutError, HttpError, RateLimitError, ApiError or DecodeError; an abort of the
 * caller's signal throws that signal's reason.
 */
export function fetchRental(token: string, options: FetchRentalOptions = {}): Promise<RentalReply> {
  const { clock = now } = options
  return withTimeout(options.signal, async ({ signal, allow }) => {
    allow(REQUEST_TIMEOUT_MS, new TimeoutError(REQUEST_TIMEOUT_MS))
    const response = await request('status', token, 'manual', { ...options, signal })
    const age = ageIn(response)
    const at = clock() - age
    if (isRedirect(response)) throw new DecodeError('redirect')
    if (!response.ok) throw await failureOf(response)
    const raw = await readBody(response)
    return { rental: read(raw, response), raw, at, ...(isStandIn(response, age) && { isStale: true }) }
  })
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

function read(raw: string, response: Response): Rental {
  try {
    return parseReply(raw)
  } catch (error) {
    throw error instanceof RateLimitError ? rateLimit(response, error) : error
  }
}

/** Has the provider's form and names no rental: what is said of it is said of the key. */
const NO_RENTAL_TOKEN = '0'.repeat(40)

/**
 * Asks the provider, through the board's own server, whether it accepts the key. Resolves to what is wrong: an account's
 * `ApiError` when it refuses, another error when it could not be asked, undefined when it accepts.
 * @throws the reason of the caller's signal
 */
export async function checkKey(options: RequestOptions): Promise<unknown> {
  try {
    const { isStale } = await fetchRental(NO_RENTAL_TOKEN, options)
    return isStale ? new NetworkError('the server gave an older reply') : undefined
  } catch (error) {
    options.signal?.throwIfAborted()
    return error instanceof ApiError && isRentals(error) ? undefined : error
  }
}
