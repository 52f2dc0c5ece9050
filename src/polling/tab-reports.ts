import { fromWire, toWire } from './error-wire.ts'
import { findingOf, isAboutBoard } from './finding.ts'
import { healthy } from './health.ts'
import type { Settlement, Snapshot } from './ledger.ts'
import { newRecord } from './poll-record.ts'
import type { RentalMemory } from './rental-memory.ts'
import type { TabMessage } from './tab-messages.ts'
import type { Holding } from './tabs.ts'

type IsFollowed = (token: string) => boolean

type Message<Kind extends TabMessage['kind']> = Extract<TabMessage, { kind: Kind }>

/** The end of a check as the leading tab tells it. */
export function writeSettlement({ reply, error, ...rest }: Settlement): Message<'settled'> {
  return {
    kind: 'settled',
    ...rest,
    reply,
    error: error && toWire(error),
  }
}

/** Shows here how a check ended that another tab made, and returns it for the books. */
export function showSettlement(
  { kind: _, reply, error, ...check }: Message<'settled'>,
  memory: RentalMemory,
  isFollowed: IsFollowed,
): Settlement {
  const read = { reply, error: error && fromWire(error) }
  if (isFollowed(check.token)) {
    if (read.reply) memory.show(check.token, read.reply)
    if (read.error && !isAboutBoard(findingOf(read.error))) memory.fail(check.token, read.error)
  }
  return { ...check, ...read }
}

/** The leading tab's books for the tab `to`, with the replies that are newer than those it holds. */
export function writeSnapshot(
  to: string,
  { records, health, bucket }: Snapshot,
  holdings: readonly Holding[],
  memory: RentalMemory,
): Message<'snapshot'> {
  return {
    kind: 'snapshot',
    to,
    records: [...records],
    health,
    bucket,
    replies: holdings.flatMap(({ token, at = Number.NEGATIVE_INFINITY }) => {
      const reply = memory.shown(token)
      return reply && reply.at > at ? { token, ...reply } : []
    }),
    errors: records.flatMap(({ token }) => {
      const error = memory.error(token)
      return error ? { token, error: toWire(error) } : []
    }),
  }
}

/** Shows what came with the books of the rentals that are followed here too, and returns the books. */
export function showSnapshot(
  message: Message<'snapshot'>,
  memory: RentalMemory,
  isFollowed: IsFollowed,
): Snapshot {
  for (const { token, ...reply } of message.replies.filter(({ token }) => isFollowed(token))) {
    memory.show(token, reply)
    memory.note(token)
  }
  for (const { token, error } of message.errors.filter(({ token }) => isFollowed(token))) {
    memory.fail(token, fromWire(error))
  }
  const records = message.records.filter(({ token }) => isFollowed(token))
  return {
    records: records.map(record => ({
      ...newRecord(record.token, record.seat, record.followedAt),
      ...record,
    })),
    health: { ...healthy, ...message.health },
    bucket: message.bucket,
  }
}
