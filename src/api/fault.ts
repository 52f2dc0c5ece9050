import * as z from 'zod/mini'
import { ALL_IS_WELL, accountFaults, decodeProblems } from './errors.ts'

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

/**
 * How a board is without usable answers. `lost`: nobody answers, or a failing server. `signed-out`: what answers looks
 * like a login. `unusable`: the answers are something else than rentals.
 */
export const losses = ['lost', 'signed-out', 'unusable'] as const

export type Loss = (typeof losses)[number]

/**
 * What a fault calls for. `not-found` and `refused` are usable answers about one rental; a loss is none, and many in a
 * row are the board's. `rate-limited` and `account` are the board's at once.
 */
export type FaultKind = 'not-found' | 'refused' | Loss | 'rate-limited' | 'account'

const loginStatuses: ReadonlySet<number> = new Set([401, 403, 407])

export function classifyFault(fault: Fault): FaultKind {
  switch (fault.name) {
    case 'NetworkError':
    case 'TimeoutError':
      return 'lost'
    case 'RateLimitError':
      return 'rate-limited'
    case 'HttpError':
      if (loginStatuses.has(fault.status)) return 'signed-out'
      return fault.status >= 500 ? 'lost' : 'unusable'
    case 'DecodeError':
      return fault.problem === 'html' || fault.problem === 'redirect' ? 'signed-out' : 'unusable'
    case 'ApiError':
      if (fault.code === undefined || fault.code === ALL_IS_WELL) return 'unusable'
      if (accountFaults.has(fault.code)) return 'account'
      return fault.code === 32 ? 'not-found' : 'refused'
    case 'Error':
      return 'unusable'
  }
}
