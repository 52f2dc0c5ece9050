import type { PollRecord } from './poll-record.ts'

/** What a rental's interval depends on besides the rules. */
export type Kind = Pick<PollRecord, 'status' | 'fault'>

/** How many rentals there are of a kind. */
export type Crowd = Kind & { readonly size: number }

/** The rentals of one kind that were all checked before, or all never. */
export type CheckQueue = Crowd & {
  /** Those checked longest ago first; those never checked in the order in which they were followed. */
  inOrder(): Iterable<PollRecord>
}

/** What the scheduler knows of every followed rental, at hand by whatever it looks for. */
export type PollRecords = Pick<
  ReadonlyMap<string, PollRecord>,
  'get' | 'has' | 'keys' | 'values' | 'size'
> & {
  /** No lane is empty. */
  queues(): Iterable<CheckQueue>
  /** Those with a request under way. */
  readonly underWay: ReadonlySet<string>
  readonly isAnyAsked: boolean
  /** Of those asked for and not under way, the one asked for last; of several at once the first. */
  newestAsk(): PollRecord | undefined
}

type WritableRecords = PollRecords & {
  set(record: PollRecord): void
  delete(token: string): void
}

/** Keeps the records sorted out, so that no look at them walks through all of them. */
export function createPollRecords(first: Iterable<PollRecord> = []): WritableRecords {
  const records = new Map<string, PollRecord>()
  const lanes = new Map<string, ReturnType<typeof createLane>>()
  const underWay = new Set<string>()
  const asks = new Map<number, Set<string>>()

  function leaveLane(record: PollRecord) {
    const lane = lanes.get(laneOf(record))
    lane?.delete(record.token)
    if (lane?.size === 0) lanes.delete(laneOf(record))
  }

  function takeBackAsk({ token, askedAt = Number.NaN }: PollRecord) {
    const asked = asks.get(askedAt)
    asked?.delete(token)
    if (asked?.size === 0) asks.delete(askedAt)
  }

  function set(record: PollRecord) {
    const { token, askedAt } = record
    const before = records.get(token)
    records.set(token, record)
    // What only left or was asked for keeps its place among those that wait as long.
    const isInPlace = before && laneOf(before) === laneOf(record) && momentOf(before) === momentOf(record)
    if (before && !isInPlace) leaveLane(before)
    if (before && before.askedAt !== askedAt) takeBackAsk(before)
    const lane = lanes.get(laneOf(record)) ?? createLane(record)
    lanes.set(laneOf(record), lane)
    lane.set(record)
    if (record.startedAt === undefined) underWay.delete(token)
    else underWay.add(token)
    if (askedAt !== undefined) asks.set(askedAt, (asks.get(askedAt) ?? new Set()).add(token))
  }

  for (const record of first) set(record)
  return {
    get size() {
      return records.size
    },
    get isAnyAsked() {
      return asks.size > 0
    },
    underWay,
    get: token => records.get(token),
    has: token => records.has(token),
    keys: () => records.keys(),
    values: () => records.values(),
    queues: () => lanes.values(),
    newestAsk() {
      for (const at of [...asks.keys()].sort((a, b) => b - a)) {
        for (const token of asks.get(at) ?? []) if (!underWay.has(token)) return records.get(token)
      }
      return undefined
    },
    set,
    delete(token) {
      const record = records.get(token)
      if (record === undefined) return
      records.delete(token)
      underWay.delete(token)
      leaveLane(record)
      takeBackAsk(record)
    },
  }
}

/** Checks end in the order of time, so that a lane is in order by itself but for what was kept from before. */
function createLane({ status, fault }: Kind) {
  let records = new Map<string, PollRecord>()
  let latest = Number.NEGATIVE_INFINITY
  let isInOrder = true
  return {
    status,
    fault,
    get size() {
      return records.size
    },
    set(record: PollRecord) {
      if (!records.has(record.token)) {
        isInOrder &&= momentOf(record) >= latest
        latest = Math.max(latest, momentOf(record))
      }
      records.set(record.token, record)
    },
    delete: (token: string) => records.delete(token),
    inOrder(): Iterable<PollRecord> {
      if (!isInOrder) records = new Map([...records].sort(([, a], [, b]) => momentOf(a) - momentOf(b)))
      isInOrder = true
      return records.values()
    },
  } satisfies CheckQueue & { set: unknown; delete: unknown }
}

function laneOf({ status, fault, lastDoneAt }: PollRecord): string {
  return `${status} ${fault} ${lastDoneAt === undefined}`
}

function momentOf({ trackedAt, lastDoneAt }: PollRecord): number {
  return lastDoneAt ?? trackedAt
}
