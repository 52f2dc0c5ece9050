import { expect, test } from 'vitest'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../../src/api/errors.ts'
import { IncompleteFileError } from '../../../src/api/incomplete-file-error.ts'
import { mayBeTaken } from '../../../src/features/download/download.ts'

test.each<[Error, boolean]>([
  [new ApiError(33, ''), false],
  [new HttpError(404), false],
  [new RateLimitError(undefined), false],
  [new HttpError(502), true],
  [new HttpError(504), true],
  [new NetworkError(), true],
  [new TimeoutError(1), true],
  [new DecodeError('html'), true],
  [new DecodeError('truncated'), true],
  [new IncompleteFileError('broken'), true],
])('after %s the file may be taken: %s', (error, expected) => {
  expect(mayBeTaken(error)).toBe(expected)
})
