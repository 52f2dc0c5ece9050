import * as z from 'zod/mini'
import {
  ApiError,
  DecodeError,
  decodeProblems,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from './errors.ts'

/** An error of `errors.ts` as plain data, which can be stored and told to other tabs. */
export const faultSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('NetworkError'), message: z.string() }),
  z.object({ name: z.literal('TimeoutError'), afterMs: z.number() }),
  z.object({ name: z.literal('HttpError'), status: z.number(), said: z.string() }),
  z.object({ name: z.literal('RateLimitError'), retryAfterMs: z.optional(z.number()) }),
  z.object({ name: z.literal('ApiError'), code: z.optional(z.number()), message: z.string() }),
  z.object({ name: z.literal('DecodeError'), problem: z.enum(decodeProblems) }),
  z.object({ name: z.literal('Error'), message: z.string() }),
])

export type Fault = z.infer<typeof faultSchema>

/** Flattens an error; one of no known class keeps its message alone. */
export function toFault(error: unknown): Fault {
  const known = z.safeParse(faultSchema, error)
  if (known.success) return known.data
  return { name: 'Error', message: error instanceof Error ? error.message : String(error) }
}

/** Gives a flattened error its class back. */
export function toError(fault: Fault): Error {
  switch (fault.name) {
    case 'NetworkError':
      return new NetworkError(fault.message)
    case 'TimeoutError':
      return new TimeoutError(fault.afterMs)
    case 'HttpError':
      return new HttpError(fault.status, fault.said)
    case 'RateLimitError':
      return new RateLimitError(fault.retryAfterMs)
    case 'ApiError':
      return new ApiError(fault.code, fault.message)
    case 'DecodeError':
      return new DecodeError(fault.problem)
    case 'Error':
      return new Error(fault.message)
  }
}
