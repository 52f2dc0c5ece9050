import { getResponse } from 'msw'
import type { Clock } from '../lib/clock.ts'
import { demoReply } from './demo-reply.ts'
import { statusHandlers } from './handlers.ts'

/**
 * A `fetch` that plays the provider within the page, without a network: the play opens now, replies take 80 to
 * 400 ms, and what is not the status endpoint answers 404. Rejects with the signal's reason once it aborts.
 */
export function createDemoFetch({ now }: { now: Clock }): typeof fetch {
  const opening = now()
  const handlers = statusHandlers({ lookup: token => demoReply(token, now() - opening) })
  let calls = 0
  return async (input, init) => {
    const request =
      input instanceof Request ? new Request(input, init) : new Request(new URL(input, location.href), init)
    await latency(calls++, request.signal)
    return (await getResponse(handlers, request)) ?? Response.json({ message: 'Not Found' }, { status: 404 })
  }
}

/** Waits the time of the nth call: 80 to 400 ms, scattered but the same in every run. */
function latency(n: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const timer = setTimeout(resolve, 80 + ((n * 137) % 321))
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
