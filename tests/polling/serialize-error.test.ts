import { expect, test } from 'vitest'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../src/api/errors.ts'
import { deserializeError, serializedError, serializeError } from '../../src/polling/serialize-error.ts'

test.each([
  new NetworkError('refused'),
  new TimeoutError(10_000),
  new HttpError(502),
  new HttpError(413, 'La demande est trop longue.'),
  new DecodeError('redirect'),
  new RateLimitError(5_000),
  new RateLimitError(undefined),
  new ApiError(32, 'Location introuvable'),
  new ApiError(undefined, ''),
  new DecodeError('html'),
  new Error('x'),
])('$name travels whole', error => {
  const arrived = deserializeError(serializedError.parse(JSON.parse(JSON.stringify(serializeError(error)))))
  expect(arrived).toStrictEqual(error)
  expect(arrived.constructor).toBe(error.constructor)
})

test('an error of no known class travels by its message', () => {
  expect(deserializeError(serializeError(new TypeError('not a function')))).toStrictEqual(
    new Error('not a function'),
  )
})
