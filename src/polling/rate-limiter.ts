import * as z from 'zod/mini'
import { momentSchema } from '../api/rental.ts'

/** Requests that may be under way at once. */
export const MAX_IN_FLIGHT = 4

/** Requests that may go out at once after a quiet time. */
const BURST = 20

// A refill computed from a whole number of milliseconds can fall this short of the token that it waited for.
const ROUNDING_TOKENS = 1e-6

/** A token bucket as it stood at `at` (ms); it fills at the budget's rate. */
export const bucketSchema = z.object({
  tokens: z.number().check(z.gte(-BURST), z.lte(BURST)),
  at: momentSchema,
})

export type Bucket = Readonly<z.infer<typeof bucketSchema>>

export function fullBucket(at: number): Bucket {
  return { tokens: BURST, at }
}

/** What is left for a server that asked for fewer requests: one, then the steady rate from `at` on. */
export function nearlyEmptyBucket(at: number): Bucket {
  return { tokens: 1, at }
}

/** The bucket after one request at `at`; `rate` in requests a second. */
export function consume(bucket: Bucket, rate: number, at: number): Bucket {
  return { tokens: tokensAt(bucket, rate, at) - 1, at: Math.max(at, bucket.at) }
}

/** When (ms) the next request may go out, `at` itself if now. */
export function nextTokenAt(bucket: Bucket, rate: number, at: number): number {
  const missing = 1 - tokensAt(bucket, rate, at)
  const wait = missing <= ROUNDING_TOKENS ? 0 : Math.ceil((missing / rate) * 1_000)
  return Math.max(at, bucket.at) + wait
}

function tokensAt(bucket: Bucket, rate: number, at: number): number {
  const elapsed = Math.max(0, at - bucket.at)
  return Math.min(BURST, bucket.tokens + (elapsed / 1_000) * rate)
}

/**
 * Requests a second that can really be had: what the budget allows, or what fits when answers are slow.
 * @param latency milliseconds that an answer takes
 */
export function capacity(rate: number, latency: number): number {
  return Math.min(rate, (MAX_IN_FLIGHT * 1_000) / latency)
}
