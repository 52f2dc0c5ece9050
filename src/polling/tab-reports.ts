import { closedCircuit } from './circuit-breaker.ts'
import { classifyError, isServiceWide } from './classify-error.ts'
import { newRecord } from './poll-record.ts'
import type { CheckResult, Snapshot } from './poll-state.ts'
import type { RentalRecords } from './rental-records.ts'
import { deserializeError, serializeError } from './serialize-error.ts'
import type { TabMessage } from './tab-messages.ts'
import type { InventoryItem } from './tabs.ts'

type IsTracked = (token: string) => boolean

type Message<Kind extends TabMessage['kind']> = Extract<TabMessage, { kind: Kind }>

/** The end of a check as the leading tab tells it. */
export function encodeCheckResult({ reply, error, ...rest }: CheckResult): Message<'settled'> {
  return {
    kind: 'settled',
    ...rest,
    reply,
    error: error && serializeError(error),
  }
}

/** Shows here how a check ended that another tab made, and returns it for the books. */
export function applyCheckResult(
  { kind: _, reply, error, ...check }: Message<'settled'>,
  memory: RentalRecords,
  isTracked: IsTracked,
): CheckResult {
  const read = { reply, error: error && deserializeError(error) }
  if (isTracked(check.token)) {
    if (read.reply) memory.show(check.token, read.reply)
    if (read.error && !isServiceWide(classifyError(read.error))) memory.fail(check.token, read.error)
  }
  return { ...check, ...read }
}

/** The leading tab's books for the tab `to`, with the replies that are newer than those it holds. */
export function encodeSnapshot(
  to: string,
  { records, health, bucket }: Snapshot,
  inventory: readonly InventoryItem[],
  memory: RentalRecords,
): Message<'snapshot'> {
  return {
    kind: 'snapshot',
    to,
    records: [...records],
    health,
    bucket,
    replies: inventory.flatMap(({ token, at = Number.NEGATIVE_INFINITY }) => {
      const reply = memory.shown(token)
      return reply && reply.at > at ? { token, ...reply } : []
    }),
    errors: records.flatMap(({ token }) => {
      const error = memory.error(token)
      return error ? { token, error: serializeError(error) } : []
    }),
  }
}

/** Shows what came with the books of the rentals that are followed here too, and returns the books. */
export function applySnapshot(
  message: Message<'snapshot'>,
  memory: RentalRecords,
  isTracked: IsTracked,
): Snapshot {
  for (const { token, ...reply } of message.replies.filter(({ token }) => isTracked(token))) {
    memory.show(token, reply)
    memory.note(token)
  }
  for (const { token, error } of message.errors.filter(({ token }) => isTracked(token))) {
    memory.fail(token, deserializeError(error))
  }
  const records = message.records.filter(({ token }) => isTracked(token))
  return {
    records: records.map(record => ({
      ...newRecord(record.token, record.order, record.trackedAt),
      ...record,
    })),
    health: { ...closedCircuit, ...message.health },
    bucket: message.bucket,
  }
}
