import { decodeReply } from '../api/decode-rental.ts'
import type { RentalReply } from '../api/rental.ts'
import { fromWire, toWire } from './error-wire.ts'
import { healthy } from './health.ts'
import type { Settlement, Snapshot } from './ledger.ts'
import { newRecord } from './poll-record.ts'
import type { RentalMemory } from './rental-memory.ts'
import type { TabMessage } from './tab-messages.ts'

type Message<Kind extends TabMessage['kind']> = Extract<TabMessage, { kind: Kind }>

/** The end of a check as the leading tab tells it. */
export function writeSettlement({ reply, error, ...rest }: Settlement): Message<'settled'> {
  return {
    kind: 'settled',
    ...rest,
    reply: reply && { raw: reply.raw, at: reply.at },
    error: error && toWire(error),
  }
}

/** The end of a check as another tab reads it. */
export function readSettlement({ kind: _, reply, error, ...rest }: Message<'settled'>): Settlement {
  return { ...rest, ...(reply && readReply(reply)), ...(error && { error: fromWire(error) }) }
}

/** The leading tab's books for the tab `to`, with the replies it is `lacking`. */
export function writeSnapshot(
  to: string,
  { records, health, bucket }: Snapshot,
  lacking: readonly string[],
  memory: RentalMemory,
): Message<'snapshot'> {
  return {
    kind: 'snapshot',
    to,
    records: [...records],
    health,
    bucket,
    replies: lacking.flatMap(token => {
      const reply = memory.shown(token)
      return reply ? { token, raw: reply.raw, at: reply.at } : []
    }),
    errors: records.flatMap(({ token }) => {
      const error = memory.error(token)
      return error ? { token, error: toWire(error) } : []
    }),
  }
}

/** Reads the books back, and shows what came with them of the rentals that are followed here too. */
export function readSnapshot(
  message: Message<'snapshot'>,
  isFollowed: (token: string) => boolean,
  memory: RentalMemory,
): Snapshot {
  for (const { token, ...sent } of message.replies.filter(({ token }) => isFollowed(token))) {
    const { reply } = readReply(sent)
    if (reply) memory.show(token, reply)
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

/** Decodes a reply once more; a version of the page that cannot read it treats it as any unreadable reply. */
function readReply({ raw, at }: { raw: string; at: number }): { reply?: RentalReply; error?: Error } {
  try {
    return { reply: { rental: decodeReply(raw), raw, at } }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
