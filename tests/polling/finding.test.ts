import { expect, test } from 'vitest'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../src/api/errors.ts'
import { findingOf } from '../../src/polling/finding.ts'

test.each([
  ['no error', undefined, 'answered'],
  ['a refused connection', new NetworkError('refused'), 'lost'],
  ['a timeout', new TimeoutError(10_000), 'lost'],
  ['500', new HttpError(500), 'lost'],
  ['502', new HttpError(502), 'lost'],
  ['503 without Retry-After', new HttpError(503), 'lost'],
  ['404', new HttpError(404), 'failed'],
  ['400', new HttpError(400), 'failed'],
  ['429', new RateLimitError(1_000), 'slowed'],
  ['a key that is missing', new ApiError(1, ''), 'blocked'],
  ['a wrong key', new ApiError(10, ''), 'blocked'],
  ['a forbidden address', new ApiError(96, ''), 'blocked'],
  ['an unknown rental', new ApiError(32, ''), 'not-found'],
  ['a missing token', new ApiError(31, ''), 'refused'],
  ['an API error without a code', new ApiError(undefined, ''), 'refused'],
  ['a login page', new DecodeError('html'), 'refused'],
  ['an error that nobody foresaw', new TypeError('x is not a function'), 'refused'],
])('%s', (_, error, finding) => {
  expect(findingOf(error)).toBe(finding)
})
