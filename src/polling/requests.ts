import type { QueryClient } from '@tanstack/react-query'
import { TimeoutError } from '../api/errors.ts'
import type { RentalReply } from '../api/rental.ts'
import { classifyError, isServiceWide } from './classify-error.ts'
import { cachedQuery, type RentalSource, rentalQuery } from './rental-query.ts'

/** How a request of this tab ended. */
export type RequestResult = {
  readonly token: string
  readonly startedAt: number
  readonly reply?: RentalReply
  readonly error?: Error
}

type FailedRequest = RequestResult & { readonly error: Error }

export type Requests = {
  send(token: string, startedAt: number): void
  /** Aborts a request; whatever it still brings is ignored. */
  drop(token: string): void
  dropAll(): void
  isOpen(token: string): boolean
  /** Drops the requests whose own timeout never came, and says how they ended. */
  expire(now: number): FailedRequest[]
}

/** The source ends every request itself, much sooner; one this old (ms) lost its timer, say to a sleep. */
const REQUEST_LIMIT_MS = 30_000

/** Sends requests through the query cache; `onEnd` hears of each once, unless it was dropped before. */
export function createRequests(
  queryClient: QueryClient,
  source: RentalSource,
  onEnd: (ending: RequestResult) => void,
): Requests {
  const open = new Map<string, { startedAt: number; controller: AbortController }>()

  function drop(token: string) {
    open.get(token)?.controller.abort()
    open.delete(token)
    void cachedQuery(queryClient, token)?.cancel({ revert: true })
  }

  return {
    drop,
    dropAll: () => [...open.keys()].forEach(drop),
    isOpen: token => open.has(token),
    send(token, startedAt) {
      const request = { startedAt, controller: new AbortController() }
      const { signal } = request.controller
      const { status = 'pending', error: fault = null } = cachedQuery(queryClient, token)?.state ?? {}
      open.set(token, request)

      function end(result: { reply: RentalReply } | { error: Error }) {
        if (open.get(token) !== request) return
        open.delete(token)
        onEnd({ token, startedAt, ...result })
      }

      function fail(error: Error) {
        // The row keeps the error that it had: this one is not its own.
        const isForeign = isServiceWide(classifyError(error)) && open.get(token) === request
        if (isForeign) cachedQuery(queryClient, token)?.setState({ status, error: fault })
        end({ error })
      }

      const query = rentalQuery(asked => source(asked, { signal }), token)
      // Minus infinity, as with 0 a clock set back would make the cached reply look fresh and send nothing.
      queryClient.fetchQuery({ ...query, staleTime: Number.NEGATIVE_INFINITY }).then(
        reply => end({ reply }),
        (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))),
      )
      // A query without data forgets its error when it fetches again: the row would blink at every check.
      if (fault) cachedQuery(queryClient, token)?.setState({ status, error: fault })
    },
    expire(now) {
      const overdue = [...open].filter(([, { startedAt }]) => now - startedAt >= REQUEST_LIMIT_MS)
      return overdue.map(([token, { startedAt }]) => {
        drop(token)
        return { token, startedAt, error: new TimeoutError(REQUEST_LIMIT_MS) }
      })
    },
  }
}
