import { CancelledError, type QueryClient } from '@tanstack/react-query'
import { TimeoutError } from '../api/errors.ts'
import type { RentalReply } from '../api/rental.ts'
import type { Clock } from '../lib/clock.ts'
import { type Check, type Fault, isServiceWide, recordFault, recordReply, toFault } from './check.ts'
import type { CheckResult } from './circuit-breaker.ts'
import { type RentalSource, rentalQuery } from './rental-query.ts'
import type { OpenRequest, TrackedRental } from './tracked-rentals.ts'

type RequestParts = {
  readonly queryClient: QueryClient
  readonly source: RentalSource
  readonly clock: Clock
  /** Draws from 0 to 1. */
  readonly random: () => number
  /** Hears how a check went, before its rental shows it. */
  onResult(token: string, result: CheckResult): void
  /** Hears that one is over: `before` is what the rental showed until then. */
  onEnd(rental: TrackedRental, before: Check | undefined, startedAt: number): void
}

/** The source ends every request itself, much sooner; one this old (ms) lost its timer, say to a sleep. */
const REQUEST_LIMIT_MS = 30_000

/** Makes the checks of this tab, each through the query of its rental. */
export function createRequests({ queryClient, source, clock, random, onResult, onEnd }: RequestParts) {
  const open = new Set<OpenRequest>()

  /** Asks the provider; what concerns the service as a whole leaves the rental as it was. */
  async function check(rental: TrackedRental, request: OpenRequest): Promise<Check> {
    const { token, query } = rental
    const answer = await answerTo(token, request.controller.signal)
    if (rental.request !== request) throw new CancelledError()
    const at = clock()
    const jitter = random()
    const fault = 'fault' in answer ? answer.fault : undefined
    onResult(token, { startedAt: request.startedAt, at, jitter, fault })
    if ('reply' in answer) return recordReply(query.state.data, answer.reply, at)
    if (!isServiceWide(answer.fault)) return recordFault(query.state.data, answer.fault, at, jitter)
    const isAsked = query.state.isInvalidated
    void query.cancel({ revert: true })
    if (isAsked) query.invalidate()
    throw new CancelledError()
  }

  async function answerTo(
    token: string,
    signal: AbortSignal,
  ): Promise<{ reply: RentalReply } | { fault: Fault }> {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    try {
      return { reply: await Promise.race([source(token, { signal }), aborted]) }
    } catch (error) {
      return { fault: toFault(error) }
    }
  }

  return {
    /** Those under way. */
    count: () => open.size,
    send(rental: TrackedRental, startedAt: number) {
      const { check: before } = rental
      const request = { startedAt, controller: new AbortController() }
      rental.request = request
      open.add(request)
      function end() {
        open.delete(request)
        if (rental.request === request) rental.request = undefined
        onEnd(rental, before, startedAt)
      }
      const query = {
        ...rentalQuery(rental.token),
        // Its own signal: reading that of the query would let a reader that goes away abort the check.
        queryFn: () => check(rental, request),
        // Minus infinity, as with 0 a clock set back would make the check look fresh and send nothing.
        staleTime: Number.NEGATIVE_INFINITY,
      }
      queryClient.fetchQuery(query).then(end, end)
    },
    /** Gives up those whose own timeout never came. */
    expire(now: number) {
      for (const { startedAt, controller } of open) {
        if (now - startedAt >= REQUEST_LIMIT_MS) controller.abort(new TimeoutError(REQUEST_LIMIT_MS))
      }
    },
  }
}
