import * as z from 'zod/mini'
import { momentSchema } from '../api/rental.ts'
import { classifyFault, faultSchema } from './check.ts'
import { type CheckResult, circuitSchema, closedCircuit, recordResult } from './circuit-breaker.ts'
import { bucketSchema, fullBucket, nearlyEmptyBucket } from './rate-limiter.ts'

/** What is known of the provider as a whole. Times in ms on the board's clock. */
export const serviceSchema = z.object({
  circuit: circuitSchema,
  bucket: bucketSchema,
  /** How long answers take, ms, smoothed. */
  latency: z.number().check(z.nonnegative()),
  lastReplyAt: z.optional(momentSchema),
  lastFault: z.optional(z.object({ fault: faultSchema, token: z.string(), at: momentSchema })),
})

export type ServiceState = Readonly<z.infer<typeof serviceSchema>>

/** The weight of the newest answer in the smoothed latency. */
const LATENCY_SMOOTHING = 0.05
/** An answer that took longer (ms) slept on the way: every source gives up sooner. */
const MAX_LATENCY_MS = 10_000

export function newService(openedAt: number): ServiceState {
  return { circuit: closedCircuit, bucket: fullBucket(openedAt), latency: 0 }
}

/** The service after one more check ended. */
export function recordCheck(service: ServiceState, token: string, result: CheckResult): ServiceState {
  const { startedAt, at, fault } = result
  const circuit = recordResult(service.circuit, result)
  if (fault) {
    const isRateLimited = classifyFault(fault) === 'rate-limited'
    const bucket = isRateLimited ? nearlyEmptyBucket(circuit.rateLimitedUntil ?? at) : service.bucket
    return { ...service, circuit, bucket, lastFault: { fault, token, at } }
  }
  const took = Math.min(at - startedAt, MAX_LATENCY_MS)
  const latency = service.latency + (took - service.latency) * LATENCY_SMOOTHING
  return { ...service, circuit, latency, lastReplyAt: at }
}
