import { expect, test } from 'vitest'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../src/api/errors.ts'
import { classifyError } from '../../src/polling/classify-error.ts'

test.each([
  ['no error', undefined, 'answered'],
  ['a refused connection', new NetworkError('refused'), 'lost'],
  ['a timeout', new TimeoutError(10_000), 'lost'],
  ['500', new HttpError(500), 'lost'],
  ['502', new HttpError(502), 'lost'],
  ['503 without Retry-After', new HttpError(503), 'lost'],
  ['404', new HttpError(404), 'unusable'],
  ['400', new HttpError(400), 'unusable'],
  ['413', new HttpError(413), 'unusable'],
  ['401', new HttpError(401), 'signed-out'],
  ['403', new HttpError(403), 'signed-out'],
  ['407', new HttpError(407), 'signed-out'],
  ['429', new RateLimitError(1_000), 'slowed'],
  ['a key that is missing', new ApiError(1, ''), 'blocked'],
  ['a wrong key', new ApiError(10, ''), 'blocked'],
  ['a deactivated account', new ApiError(20, ''), 'blocked'],
  ['a blocked account', new ApiError(30, ''), 'blocked'],
  ['a refused account', new ApiError(40, ''), 'blocked'],
  ['a forbidden address', new ApiError(96, ''), 'blocked'],
  ['an unknown rental', new ApiError(32, ''), 'not-found'],
  ['a missing token', new ApiError(31, ''), 'refused'],
  ['a missing file', new ApiError(33, ''), 'refused'],
  ['an API error that is not listed', new ApiError(999, ''), 'refused'],
  ['an API error without a code', new ApiError(undefined, ''), 'unusable'],
  ['an API error whose code says that all is well', new ApiError(200, ''), 'unusable'],
  ['a login page', new DecodeError('html'), 'signed-out'],
  ['a redirect', new DecodeError('redirect'), 'signed-out'],
  ['an empty reply', new DecodeError('empty'), 'unusable'],
  ['a reply that says nothing', new DecodeError('nothing-in-it'), 'unusable'],
  ['an error that nobody foresaw', new TypeError('x is not a function'), 'unusable'],
])('%s', (_, error, finding) => {
  expect(classifyError(error)).toBe(finding)
})
