import type { Rental, RentalReply } from '../../src/api/rental.ts'
import { slowdownFactor } from '../../src/polling/check-interval.ts'
import { readSettings } from '../../src/polling/poll-settings.ts'
import { createPollState, type PollState } from '../../src/polling/poll-state.ts'
import type { PollSettings } from '../../src/polling/poll-status.ts'
import { capacity } from '../../src/polling/rate-limiter.ts'
import { type CheckCause, type Decision, decide, type PollContext } from '../../src/polling/scheduler.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'

/** A reply that says nothing but a status. */
export function replyOf(status: RentalStatus, at: number): RentalReply {
  const rental: Rental = { status, targeting: { zipcodes: [], departments: [] }, places: [], flags: [] }
  return { rental, raw: `{"status":"${status}"}`, at }
}

/** What the fake provider does with one request: answers or fails, after so many milliseconds. */
export type Answer = { after: number } & ({ status: RentalStatus } | { error: Error })

export type Simulation = {
  tokens: readonly string[]
  server: (token: string, at: number) => Answer
  settings?: Partial<PollSettings>
  hidden?: (at: number) => boolean
  /** When the browser lets a timer fire that was set for `at`; later where it throttles. */
  timer?: (at: number) => number
  /** While the machine sleeps nothing happens; it then all happens at its end. */
  sleep?: { from: number; to: number }
  /** What happens at which time (ms from the start), in order. */
  events?: readonly { at: number; do: (ledger: PollState, at: number) => void }[]
  /** How long it lasts, ms. */
  length: number
}

export type Sent = { token: string; at: number; why: CheckCause }

/** Plays the scheduler against a fake provider on fake time that begins at 0. */
export function simulate({
  tokens,
  server,
  length,
  timer = at => at,
  events = [],
  sleep,
  ...rest
}: Simulation) {
  const settings = readSettings(rest.settings ?? {})
  const ledger = createPollState(0)
  for (const token of tokens) ledger.follow(token, 0, undefined)
  const jitter = lucky()
  const sent: Sent[] = []
  const flying: { token: string; startedAt: number; endsAt: number; answer: Answer }[] = []
  const planned = [...events]
  let mostInFlight = 0
  let mostAtOnce = 0
  let now = 0
  let decision: Decision = { kind: 'wait', until: 0, why: 'nothing-due' }

  function world(): PollContext {
    const rules = { settings, hidden: rest.hidden?.(now) ?? false }
    const facts = ledger.facts(now)
    const slowdown = slowdownFactor(ledger.records.queues(), rules, capacity(settings.rate, facts.latency))
    return { now, leading: true, records: ledger.records, rules, slowdown, ...facts }
  }

  function step() {
    let atOnce = 0
    for (decision = decide(world()); decision.kind === 'poll'; decision = decide(world())) {
      const { token, why } = decision
      const answer = server(token, now)
      ledger.send(token, now, settings.rate)
      sent.push({ token, at: now, why })
      flying.push({ token, startedAt: now, endsAt: now + answer.after, answer })
      mostInFlight = Math.max(mostInFlight, flying.length)
      atOnce += 1
    }
    mostAtOnce = Math.max(mostAtOnce, atOnce)
  }

  function land() {
    flying.sort((a, b) => a.endsAt - b.endsAt)
    const landed = flying.shift()
    if (landed === undefined) return
    const { token, startedAt, answer } = landed
    const result = 'error' in answer ? { error: answer.error } : { reply: replyOf(answer.status, now) }
    ledger.settle({ token, startedAt, at: now, jitter: jitter(), ...result }, result.reply?.rental.status)
  }

  step()
  for (;;) {
    const until = decision.kind === 'wait' ? decision.until : undefined
    const wake = until === undefined ? Number.POSITIVE_INFINITY : timer(until)
    const landing = Math.min(...flying.map(({ endsAt }) => endsAt))
    const event = planned[0]?.at ?? Number.POSITIVE_INFINITY
    const first = Math.min(wake, landing, event)
    const next = sleep && first > sleep.from && first < sleep.to ? sleep.to : first
    if (next > length) break
    now = Math.max(now, next)
    if (event <= next) planned.shift()?.do(ledger, now)
    else if (landing <= next) land()
    step()
  }
  return { sent, ledger, mostInFlight, mostAtOnce, end: () => world() }
}

/** Draws that look random and are the same in every run. */
function lucky() {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export function tokensOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `token-${index}`)
}

/** Times at which each token was sent for. */
export function timesOf(sent: readonly Sent[]): Map<string, number[]> {
  const times = new Map<string, number[]>()
  for (const { token, at } of sent) times.set(token, [...(times.get(token) ?? []), at])
  return times
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
