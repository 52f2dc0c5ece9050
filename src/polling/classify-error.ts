import {
  ALL_IS_WELL,
  ApiError,
  DecodeError,
  HttpError,
  isAccountError,
  isNotFound,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../api/errors.ts'
import type { Loss } from './poll-status.ts'

/**
 * What a finished check tells the scheduler. Usable are `answered`, `not-found` and `refused`, another error of the
 * rental's own; a loss is not, and many in a row are the board's. `slowed` and `blocked` are the board's at once, so the
 * rental counts as not yet checked.
 */
export type ErrorClass = 'answered' | 'not-found' | 'refused' | Loss | 'slowed' | 'blocked'

const loginStatuses: ReadonlySet<number> = new Set([401, 403, 407])

/** Sorts an error into the answer that it calls for; without an error the check was answered. */
export function classifyError(error: unknown): ErrorClass {
  if (error === undefined) return 'answered'
  if (isAccountError(error)) return 'blocked'
  if (isNotFound(error)) return 'not-found'
  if (error instanceof RateLimitError) return 'slowed'
  if (error instanceof ApiError && error.code !== undefined && error.code !== ALL_IS_WELL) return 'refused'
  if (error instanceof NetworkError || error instanceof TimeoutError) return 'lost'
  if (looksLikeLogin(error)) return 'signed-out'
  return error instanceof HttpError && error.status >= 500 ? 'lost' : 'unusable'
}

function looksLikeLogin(error: unknown): boolean {
  if (error instanceof HttpError) return loginStatuses.has(error.status)
  return error instanceof DecodeError && (error.problem === 'html' || error.problem === 'redirect')
}

/** True for what is about the board as a whole: it says nothing about the rental whose check met it. */
export function isServiceWide(finding: ErrorClass): boolean {
  return finding === 'slowed' || finding === 'blocked'
}
