import type { Clock } from '../lib/clock.ts'
import { demoFile } from './demo-file.ts'
import { demoReply } from './demo-reply.ts'
import { fileResponse, statusResponse } from './provider-reply.ts'
import type { StatusReply } from './status-reply.ts'

/**
 * Plays the provider within the page, without a network, from now on: replies take 80 to 400 ms, a file comes in
 * pieces and once only, other paths answer 404. Rejects with the signal's reason once it aborts.
 */
export function createDemoFetch({ now }: { now: Clock }): typeof fetch {
  const opening = now()
  const fetchedAt = new Map<string, number>()
  const source = { lookup: (token: string) => demoReply(token, now() - opening, fetchedAt.get(token)) }
  function file(reply: StatusReply): Response {
    fetchedAt.set(reply.token, now() - opening)
    return demoFile(reply)
  }
  let calls = 0
  return async (input, init) => {
    const request =
      input instanceof Request ? new Request(input, init) : new Request(new URL(input, location.href), init)
    await latency(calls++, request.signal)
    const { pathname, searchParams } = new URL(request.url)
    const path = request.method === 'GET' ? pathname : undefined
    if (path === '/api/location/status') return statusResponse(source, searchParams)
    if (path === '/api/location/file/download') return fileResponse(source, searchParams, file)
    return Response.json({ message: 'Not Found' }, { status: 404 })
  }
}

/** 80 to 400 ms, scattered but the same in every run. */
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
