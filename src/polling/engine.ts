import type { QueryClient } from '@tanstack/react-query'
import type { Clock } from '../lib/clock.ts'
import { capacity } from './budget.ts'
import { createLedger, type Settlement } from './ledger.ts'
import { stretchOf } from './poll-interval.ts'
import { changeSettings } from './poll-settings.ts'
import type { PollSettings } from './poll-status.ts'
import { createPublisher } from './publisher.ts'
import { createRentalMemory } from './rental-memory.ts'
import type { RentalSource } from './rental-query.ts'
import { createRequests, type Ending } from './requests.ts'
import { createRoster } from './roster.ts'
import { decide, type World } from './scheduler.ts'
import type { SeenStore } from './seen-store.ts'
import { writeSettlement } from './tab-reports.ts'
import type { SharedMessage } from './tabs.ts'

export type EngineParts = {
  readonly queryClient: QueryClient
  readonly source: RentalSource
  readonly clock: Clock
  readonly settings: PollSettings
  readonly random: () => number
  readonly seen: SeenStore | undefined
}

/** What the engine must know of the tabs around it. */
export type Surroundings = {
  isLeading(): boolean
  isHidden(): boolean
  tell(message: SharedMessage): void
}

export type Engine = ReturnType<typeof createEngine>

const HEARTBEAT = 60_000
/** How often (ms) the count of the last minute's requests is brought up to date when nothing else happens. */
const RECOUNT = 5_000

/** One tab's polling: carries out what `decide` says, one timer for all rentals, and keeps the books. */
export function createEngine(parts: EngineParts, { isLeading, isHidden, tell }: Surroundings) {
  const { queryClient, source, clock, random, seen } = parts
  let { settings } = parts
  let stretch: number | undefined
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const ledger = createLedger(clock())
  const memory = createRentalMemory(queryClient, seen)
  const requests = createRequests(queryClient, source, end)
  const publisher = createPublisher(world, () => ledger.facts(clock()))
  const want = createRoster(ledger, memory, requests, publisher.forget)

  function world(): World {
    const now = clock()
    const facts = ledger.facts(now)
    const rules = { settings, hidden: isHidden() }
    stretch ??= stretchOf(ledger.records.lanes(), rules, capacity(settings.rate, facts.latency))
    return { now, leading: isLeading(), records: ledger.records, rules, stretch, ...facts }
  }

  /** Sends what is due, waits for the next, and tells the page: every event ends here. */
  function step() {
    if (isStopped) return
    for (const ending of requests.expire(clock())) {
      memory.fail(ending.token, ending.error)
      conclude(ending)
    }
    memory.tidy(clock())
    stretch = undefined
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
    const patience = ledger.facts(now).requestsLastMinute > 0 ? RECOUNT : HEARTBEAT
    clearTimeout(timer)
    timer = setTimeout(step, Math.min(patience, Math.max(0, until - now)))
  }

  function send(token: string) {
    const at = clock()
    ledger.send(token, at, settings.rate)
    tell({ kind: 'sent', token, at })
    requests.send(token, at)
  }

  function end(ending: Ending) {
    conclude(ending)
    step()
  }

  function conclude(ending: Ending) {
    const settlement = { ...ending, at: clock(), luck: random() }
    record(settlement)
    if (settlement.reply) memory.save(settlement.token)
    tell(writeSettlement(settlement))
  }

  /** Enters the end of a check, whichever tab made it; what it brought is in the query cache by now. */
  function record(settlement: Settlement) {
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
