import { ApiError, NetworkError } from './errors.ts'
import { fetchRental } from './fetch-rental.ts'
import { isRentals } from './reply-error.ts'
import type { RequestOptions } from './request.ts'

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
