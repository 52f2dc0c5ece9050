import { vi } from 'vitest'
import type { PollSettings } from '../../src/polling/check-interval.ts'
import type { BoardPoller } from '../../src/rentals/describe-polling.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'
import { pass, startBoard } from './board.ts'
import { replyOf } from './replies.ts'

/** What the pretended provider does with one request: answers or fails, after so many milliseconds. */
export type Answer = { after: number } & ({ status: RentalStatus } | { error: Error })

export type Play = {
  tokens: readonly string[]
  /** `at`: milliseconds from the start. */
  server: (token: string, at: number) => Answer
  settings?: Partial<PollSettings>
  hidden?: boolean
  /** The browser lets timers fire at full minutes only, as it does to a hidden page. */
  throttled?: boolean
  /** What happens at which time (ms from the start), in order. */
  events?: readonly { at: number; do: (stage: Stage) => void }[]
  /** How long it lasts, ms. */
  length: number
}

type Stage = { poller: BoardPoller; sleep: (ms: number) => void }

export type Sent = { token: string; at: number }

/** Plays the poller on fake timers against a pretended provider; times count from 0, its start. */
export async function play({ tokens, server, length, events = [], ...conditions }: Play) {
  const { hidden = false, throttled = false, settings = {} } = conditions
  const wait = setTimeout
  if (throttled) vi.stubGlobal('setTimeout', onFullMinutes(wait))
  const start = Date.now()
  let slept = 0
  const clock = () => Date.now() + slept
  const elapsed = () => clock() - start
  const sent: Sent[] = []
  let inFlight = 0
  let mostInFlight = 0
  const random = seededRandom()
  const { poller, queryClient, status } = startBoard(
    async (token, signal) => {
      const answer = server(token, elapsed())
      sent.push({ token, at: elapsed() })
      inFlight += 1
      mostInFlight = Math.max(mostInFlight, inFlight)
      await new Promise<void>((resolve, reject) => {
        const timer = wait(resolve, answer.after)
        signal.addEventListener('abort', () => {
          clearTimeout(timer)
          reject(signal.reason)
        })
      }).finally(() => {
        inFlight -= 1
      })
      if ('error' in answer) throw answer.error
      return replyOf(answer.status, clock())
    },
    { clock, settings, random },
  )
  const phases: { at: number; phase: string }[] = []
  poller.status.subscribe(({ phase }) => {
    if (phases.at(-1)?.phase !== phase) phases.push({ at: elapsed(), phase })
  })
  poller.setHidden(hidden)
  poller.track(tokens)
  const sleep = (ms: number) => {
    slept += ms
    poller.onResume()
  }
  for (const event of [...events, { at: length, do: () => {} }]) {
    await pass(Math.max(0, event.at - elapsed()))
    event.do({ poller, sleep })
  }
  return { sent, poller, queryClient, status, phases, mostInFlight }
}

function onFullMinutes(wait: typeof setTimeout) {
  return (work: () => void, ms = 0) => wait(work, Math.ceil((Date.now() + ms) / 60_000) * 60_000 - Date.now())
}

/** Draws that look random and are the same in every run. */
function seededRandom() {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Times at which each token was sent for. */
export function timesOf(sent: readonly Sent[]): Map<string, number[]> {
  const times = new Map<string, number[]>()
  for (const { token, at } of sent) times.set(token, [...(times.get(token) ?? []), at])
  return times
}

/** The longest time between two checks of any of these tokens. */
export function longestGap(sent: readonly Sent[], counts: (token: string) => boolean = () => true): number {
  const gaps = [...timesOf(sent)].flatMap(([token, at]) =>
    counts(token) ? at.slice(1).map((time, index) => time - (at[index] ?? 0)) : [],
  )
  return Math.max(...gaps)
}

/** Requests in each second from `from` to `to`, ms. */
export function perSecond(sent: readonly Sent[], from: number, to: number): number[] {
  const counts = Array.from({ length: Math.ceil((to - from) / 1_000) }, () => 0)
  for (const { at } of sent) {
    const second = Math.floor((at - from) / 1_000)
    const count = counts[second]
    if (count !== undefined) counts[second] = count + 1
  }
  return counts
}
