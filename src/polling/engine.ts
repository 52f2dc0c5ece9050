import type { QueryClient } from '@tanstack/react-query'
import type { Clock } from '../lib/clock.ts'
import { slowdownFactor } from './check-interval.ts'
import { changeSettings } from './poll-settings.ts'
import { type CheckResult, createPollState } from './poll-state.ts'
import type { PollSettings } from './poll-status.ts'
import { capacity } from './rate-limiter.ts'
import type { RentalSource } from './rental-query.ts'
import type { RentalRecords } from './rental-records.ts'
import { createRequests, type RequestResult } from './requests.ts'
import { decide, type PollContext } from './scheduler.ts'
import { createStatusStore } from './status-store.ts'
import { encodeCheckResult } from './tab-reports.ts'
import type { SharedMessage } from './tabs.ts'
import { createTracker } from './tracker.ts'

type EngineParts = {
  readonly queryClient: QueryClient
  readonly source: RentalSource
  readonly clock: Clock
  readonly settings: PollSettings
  readonly random: () => number
  readonly records: RentalRecords
}

/** What the engine must know of the tabs around it. */
type EngineHost = {
  isLeading(): boolean
  isHidden(): boolean
  tell(message: SharedMessage): void
}

export type Engine = ReturnType<typeof createEngine>

const MAX_TIMER_MS = 60_000
/** How often (ms) the count of the last minute's requests is brought up to date when nothing else happens. */
const RECOUNT_INTERVAL_MS = 5_000

/** One tab's polling: carries out what `decide` says, one timer for all rentals, and keeps the books. */
export function createEngine(parts: EngineParts, { isLeading, isHidden, tell }: EngineHost) {
  const { queryClient, source, clock, random, records: memory } = parts
  let { settings } = parts
  let slowdown: number | undefined
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const ledger = createPollState(clock())
  const requests = createRequests(queryClient, source, end)
  const publisher = createStatusStore(world, () => ledger.facts(clock()))
  const want = createTracker(ledger, memory, requests, publisher.forget)

  function world(): PollContext {
    const now = clock()
    const facts = ledger.facts(now)
    const rules = { settings, hidden: isHidden() }
    slowdown ??= slowdownFactor(ledger.records.queues(), rules, capacity(settings.rate, facts.latency))
    return { now, leading: isLeading(), records: ledger.records, rules, slowdown, ...facts }
  }

  /** Sends what is due, waits for the next, and tells the page: every event ends here. */
  function step() {
    if (isStopped) return
    for (const ending of requests.expire(clock())) {
      memory.fail(ending.token, ending.error)
      conclude(ending)
    }
    memory.tidy(clock())
    slowdown = undefined
    let decision = decide(world())
    while (decision.kind === 'poll') {
      send(decision.token)
      decision = decide(world())
    }
    rest(decision.until)
    publisher.changed()
  }

  function rest(until = Number.POSITIVE_INFINITY) {
    const now = clock()
    const patience = ledger.facts(now).requestsLastMinute > 0 ? RECOUNT_INTERVAL_MS : MAX_TIMER_MS
    clearTimeout(timer)
    timer = setTimeout(step, Math.min(patience, Math.max(0, until - now)))
  }

  function send(token: string) {
    const at = clock()
    ledger.send(token, at, settings.rate)
    tell({ kind: 'sent', token, at })
    requests.send(token, at)
  }

  function end(ending: RequestResult) {
    conclude(ending)
    step()
  }

  function conclude(ending: RequestResult) {
    const settlement = { ...ending, at: clock(), jitter: random() }
    record(settlement)
    if (settlement.reply) memory.save(settlement.token)
    tell(encodeCheckResult(settlement))
  }

  /** Enters the end of a check, whichever tab made it; what it brought is in the query cache by now. */
  function record(settlement: CheckResult) {
    ledger.settle(settlement, settlement.reply && memory.note(settlement.token))
  }

  return {
    ledger,
    memory,
    publisher,
    step,
    record,
    settings: () => settings,
    isSending: requests.isOpen,
    want: (tokens: ReadonlySet<string>) => want(tokens, clock()),
    change(wanted: Partial<PollSettings>) {
      settings = changeSettings(settings, wanted)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      requests.dropAll()
    },
  }
}
