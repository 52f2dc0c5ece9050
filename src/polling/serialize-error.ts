import * as z from 'zod/mini'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../api/errors.ts'

/** An error of `src/api/errors.ts` as plain data, for another tab. */
export const serializedError = z.discriminatedUnion('name', [
  z.object({ name: z.literal('NetworkError'), message: z.string() }),
  z.object({ name: z.literal('TimeoutError'), afterMs: z.number() }),
  z.object({ name: z.literal('HttpError'), status: z.number(), said: z._default(z.string(), '') }),
  z.object({ name: z.literal('RateLimitError'), retryAfterMs: z.optional(z.number()) }),
  z.object({ name: z.literal('ApiError'), code: z.optional(z.number()), message: z.string() }),
  z.object({
    name: z.literal('DecodeError'),
    problem: z.enum([
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
  z.object({ name: z.literal('Error'), message: z.string() }),
])

type SerializedError = z.infer<typeof serializedError>

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
