import type { PollRules } from '../../src/polling/check-interval.ts'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import { newRecord, type PollRecord } from '../../src/polling/poll-record.ts'
import { createPollRecords } from '../../src/polling/poll-records.ts'
import { defaultPollSettings, type PollSettings } from '../../src/polling/poll-status.ts'
import type { PollContext } from '../../src/polling/scheduler.ts'

/** A rental that was followed at 0, with what a test says of it. */
export function recordOf(known: Partial<PollRecord> = {}): PollRecord {
  return { ...newRecord(known.token ?? 'a', known.order ?? 0, known.trackedAt ?? 0), ...known }
}

export function rulesOf(settings: Partial<PollSettings> = {}, hidden = false): PollRules {
  return { settings: { ...defaultPollSettings, ...settings }, hidden }
}

/** A healthy board at 1,000,000 ms with these rentals, named a, b, c… unless they have a name. */
export function worldOf(
  records: readonly Partial<PollRecord>[],
  known: Partial<PollContext> = {},
): PollContext {
  const named = records.map((record, order) => recordOf({ token: 'abcdefgh'[order] ?? '', order, ...record }))
  return {
    now: 1_000_000,
    leading: true,
    records: createPollRecords(named),
    rules: rulesOf(),
    slowdown: 1,
    health: closedCircuit,
    bucket: { tokens: 20, at: 0 },
    lastSentAt: undefined,
    wokenAt: undefined,
    ...known,
  }
}
