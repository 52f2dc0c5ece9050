import * as v from 'valibot'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../api/errors.ts'

/** An error of `src/api/errors.ts` as plain data, for another tab. */
export const serializedError = v.variant('name', [
  v.object({ name: v.literal('NetworkError'), message: v.string() }),
  v.object({ name: v.literal('TimeoutError'), afterMs: v.number() }),
  v.object({ name: v.literal('HttpError'), status: v.number(), said: v.optional(v.string(), '') }),
  v.object({ name: v.literal('RateLimitError'), retryAfterMs: v.optional(v.number()) }),
  v.object({ name: v.literal('ApiError'), code: v.optional(v.number()), message: v.string() }),
  v.object({
    name: v.literal('DecodeError'),
    problem: v.picklist([
      'empty',
      'html',
      'redirect',
      'truncated',
      'not-json-or-xml',
      'not-an-object',
      'nothing-in-it',
      'too-large',
    ]),
  }),
  v.object({ name: v.literal('Error'), message: v.string() }),
])

export type SerializedError = v.InferOutput<typeof serializedError>

/** Flattens an error; one of no known class travels by its message alone. */
export function serializeError(error: Error): SerializedError {
  const { message } = error
  if (error instanceof NetworkError) return { name: error.name, message }
  if (error instanceof TimeoutError) return { name: error.name, afterMs: error.afterMs }
  if (error instanceof HttpError) return { name: error.name, status: error.status, said: error.said }
  if (error instanceof RateLimitError) return { name: error.name, retryAfterMs: error.retryAfterMs }
  if (error instanceof ApiError) return { name: error.name, code: error.code, message }
  if (error instanceof DecodeError) return { name: error.name, problem: error.problem }
  return { name: 'Error', message }
}

/** Gives a flattened error its class back. */
export function deserializeError(wire: SerializedError): Error {
  switch (wire.name) {
    case 'NetworkError':
      return new NetworkError(wire.message)
    case 'TimeoutError':
      return new TimeoutError(wire.afterMs)
    case 'HttpError':
      return new HttpError(wire.status, wire.said)
    case 'RateLimitError':
      return new RateLimitError(wire.retryAfterMs)
    case 'ApiError':
      return new ApiError(wire.code, wire.message)
    case 'DecodeError':
      return new DecodeError(wire.problem)
    case 'Error':
      return new Error(wire.message)
  }
}
