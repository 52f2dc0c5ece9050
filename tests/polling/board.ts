import { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'
import type { RentalReply } from '../../src/api/rental.ts'
import { defaultPollSettings } from '../../src/board/preferences.ts'
import { createClock } from '../../src/lib/clock.ts'
import type { PollSettings } from '../../src/polling/check-interval.ts'
import { createPoller, type PollerOptions } from '../../src/polling/poller.ts'
import type { RentalSource } from '../../src/polling/tracked-rentals.ts'
import { describePoller } from '../../src/rentals/describe-polling.ts'
import { readRentalCache } from '../../src/rentals/rental-cache.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'
import { replyOf } from './replies.ts'

type Behaviour = (token: string, signal: AbortSignal) => RentalStatus | Error | Promise<RentalReply>

type BoardOptions = Partial<Omit<PollerOptions, 'settings'>> & { settings?: Partial<PollSettings> }

/** A poller on fake timers over a fake provider; `provider.answers` may be changed at any time. */
export function startBoard(answers: Behaviour, options: BoardOptions = {}) {
  const clock = options.clock ?? createClock()
  const queryClient = options.queryClient ?? new QueryClient()
  const provider = { answers }
  const source = vi.fn<RentalSource>(async (token, { signal }) => {
    const answer = provider.answers(token, signal)
    if (answer instanceof Error) throw answer
    return typeof answer === 'string' ? replyOf(answer, clock()) : answer
  })
  const rentalCache = readRentalCache(queryClient)
  const settings = { ...defaultPollSettings, ...options.settings }
  const poller = describePoller(
    createPoller({ queryClient, source, clock, random: () => 0.5, ...options, settings }),
  )
  return {
    poller,
    provider,
    queryClient,
    clock,
    /** The tokens asked for since the last look. */
    asked() {
      const tokens = source.mock.calls.map(([token]) => token)
      source.mockClear()
      return tokens
    },
    shown: rentalCache.reply,
    rowError: rentalCache.error,
    history: rentalCache.history,
    status: () => poller.status.getState(),
  }
}

export async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms)
}

/** A request that is answered when the test says so. */
export function openRequest() {
  let answer = (_: RentalReply) => {}
  const promise = new Promise<RentalReply>(resolve => {
    answer = resolve
  })
  return { promise, answer }
}
