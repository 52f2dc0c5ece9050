import {
  HttpError,
  isAccountError,
  isNotFound,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../api/errors.ts'

/**
 * What a finished check tells the scheduler. `lost`: nobody answered, or a failing server (5xx); it counts towards
 * a lost connection. `failed`: this one request was refused (4xx). `refused`: an answer without a rental in it (an
 * API error, an unreadable reply). `slowed` and `blocked` are the board's, so the rental counts as not yet checked.
 */
export type Finding = 'answered' | 'not-found' | 'refused' | 'failed' | 'lost' | 'slowed' | 'blocked'

/** Sorts an error into the answer that it calls for; without an error the check was answered. */
export function findingOf(error: unknown): Finding {
  if (error === undefined) return 'answered'
  if (isAccountError(error)) return 'blocked'
  if (isNotFound(error)) return 'not-found'
  if (error instanceof RateLimitError) return 'slowed'
  if (error instanceof NetworkError || error instanceof TimeoutError) return 'lost'
  if (error instanceof HttpError) return error.status >= 500 ? 'lost' : 'failed'
  return 'refused'
}

/** True for what is about the board as a whole: it says nothing about the rental whose check met it. */
export function isAboutBoard(finding: Finding): boolean {
  return finding === 'slowed' || finding === 'blocked'
}
