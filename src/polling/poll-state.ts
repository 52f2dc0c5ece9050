import { isAccountError, RateLimitError } from '../api/errors.ts'
import type { RentalReply } from '../api/rental.ts'
import type { RentalStatus } from '../rentals/status.ts'
import { type CircuitState, closedCircuit, recordResult, retry } from './circuit-breaker.ts'
import { classifyError } from './classify-error.ts'
import { type CheckOutcome, newRecord, type PollRecord, recordCheck } from './poll-record.ts'
import { createPollRecords, type PollRecords } from './poll-records.ts'
import type { LastError } from './poll-status.ts'
import { type Bucket, consume, fullBucket, nearlyEmptyBucket } from './rate-limiter.ts'

/** A check that ended, here or in the leading tab: with a reply or with an error. */
export type CheckResult = {
  readonly token: string
  readonly startedAt: number
  readonly at: number
  /** A draw from 0 to 1. */
  readonly jitter: number
  readonly reply?: RentalReply | undefined
  readonly error?: Error | undefined
}

/** What a tab that opens later needs to know, so that it could take over. */
export type Snapshot = {
  readonly records: readonly PollRecord[]
  readonly health: CircuitState
  readonly bucket: Bucket
}

/** The books of the board as a whole. */
export type Facts = Pick<Snapshot, 'health' | 'bucket'> & {
  readonly lastSentAt: number | undefined
  readonly requestsLastMinute: number
  /** How long answers take, ms, smoothed. */
  readonly latency: number
  readonly wokenAt: number | undefined
  readonly lastReplyAt: number | undefined
  readonly lastError: LastError | undefined
}

export type PollState = ReturnType<typeof createPollState>

const MINUTE_MS = 60_000
/** The weight of the newest answer in the smoothed latency. */
const LATENCY_SMOOTHING = 0.05
/** An answer that took longer (ms) slept on the way: every source gives up sooner. */
const MAX_LATENCY_MS = 10_000

/**
 * The books of the polling: what was asked, sent and answered, for every rental and for the board. All tabs keep
 * the same books, the leading one from its own requests, the others from its reports.
 */
export function createPollState(openedAt: number) {
  const records = createPollRecords()
  let orders = 0
  let sent: number[] = []
  let health = closedCircuit
  let bucket = fullBucket(openedAt)
  let latency = 0
  let wokenAt: number | undefined
  let lastReplyAt: number | undefined
  let lastError: LastError | undefined

  function change(token: string, changed: (record: PollRecord) => PollRecord) {
    const record = records.get(token)
    if (record !== undefined) records.set(changed(record))
  }

  return {
    records: records as PollRecords,
    isTracked: (token: string) => records.has(token),
    facts(at: number): Facts {
      const requestsLastMinute = sent.filter(earlier => earlier > at - MINUTE_MS).length
      const lastSentAt = sent.at(-1)
      return { health, bucket, lastSentAt, requestsLastMinute, latency, wokenAt, lastReplyAt, lastError }
    },

    /** Follows one more rental; `known` is what was kept of it from before. */
    follow(token: string, at: number, known: { status: RentalStatus; at: number } | undefined) {
      // A reply that seems to come from the future has no known age: it is shown, and checked at once.
      const isDated = known !== undefined && known.at < at
      const record = newRecord(token, orders++, at)
      const status = known?.status ?? record.status
      records.set({ ...record, status, lastDoneAt: isDated ? known.at : undefined })
      if (isDated) lastReplyAt = Math.max(lastReplyAt ?? known.at, known.at)
    },
    forget(token: string) {
      records.delete(token)
    },
    ask(tokens: Iterable<string>, at: number) {
      for (const token of tokens) change(token, record => ({ ...record, askedAt: at }))
    },
    retry(at: number) {
      health = retry(health, at)
    },
    wake(at: number) {
      wokenAt = at
    },
    send(token: string, at: number, rate: number) {
      bucket = consume(bucket, rate, at)
      sent = [...sent.filter(earlier => earlier > at - MINUTE_MS), at]
      change(token, record => ({ ...record, startedAt: at }))
    },
    /** `status` is what the rental shows after an answered check. */
    settle(settlement: CheckResult, status: RentalStatus | undefined) {
      const { token, startedAt, at, reply, error } = settlement
      const outcome = outcomeOf(settlement)
      health = recordResult(health, outcome)
      if (outcome.finding === 'slowed') bucket = nearlyEmptyBucket(health.slowUntil ?? at)
      if (reply) {
        lastReplyAt = at
        latency += (Math.min(at - startedAt, MAX_LATENCY_MS) - latency) * LATENCY_SMOOTHING
      }
      if (error) lastError = { error, token, at }
      change(token, record => recordCheck(record, outcome, status))
    },
    /** Forgets the requests under way that this tab did not send: the one that did is gone. */
    disown(isOwn: (token: string) => boolean) {
      for (const token of [...records.underWay]) {
        if (isOwn(token)) continue
        change(token, record => ({ ...record, startedAt: undefined }))
      }
    },
    snapshot: (): Snapshot => ({ records: [...records.values()], health, bucket }),
    /** Takes over the leading tab's books for the rentals that are followed here too. */
    adopt(snapshot: Snapshot) {
      health = snapshot.health
      bucket = snapshot.bucket
      for (const record of snapshot.records) {
        change(record.token, () => record)
        orders = Math.max(orders, record.order + 1)
      }
    },
  }
}

function outcomeOf({ startedAt, at, jitter, error }: CheckResult): CheckOutcome {
  return {
    startedAt,
    at,
    jitter,
    finding: classifyError(error),
    retryAfterMs: error instanceof RateLimitError ? error.retryAfterMs : undefined,
    code: isAccountError(error) ? error.code : undefined,
  }
}
