import { ApiError, HttpError, RateLimitError } from '../api/errors.ts'

/**
 * Whether the provider may count the file as fetched after a failure: an error that it names itself, or a refusal by
 * the board's server, leaves the file where it is; anything else may have come too late.
 */
export function mayBeTaken(error: unknown): boolean {
  if (error instanceof ApiError || error instanceof RateLimitError) return false
  return !(error instanceof HttpError) || error.status >= 500
}
