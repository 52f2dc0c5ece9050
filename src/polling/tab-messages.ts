import * as z from 'zod/mini'
import { knownStatuses } from '../api/rental.ts'
import { wireError } from './error-wire.ts'
import { rentalSchema } from './rental-schema.ts'

const time = z.number()
const optionalTime = z.optional(time)
const token = z.string()
const reply = z.object({ rental: rentalSchema, raw: z.optional(z.string()), at: time })
const status = z.enum([...knownStatuses, 'unknown', 'pending'])

const pollRecord = z.object({
  token,
  seat: z.number(),
  followedAt: time,
  status,
  fault: z.optional(z.enum(['unanswered', 'not-found', 'refused'])),
  failures: z.number(),
  luck: z.number(),
  lastDoneAt: optionalTime,
  askedAt: optionalTime,
  startedAt: optionalTime,
})

const health = z.object({
  streak: z.number(),
  lastFailureAt: optionalTime,
  recoveredAt: optionalTime,
  slowedAt: optionalTime,
  slowUntil: optionalTime,
  slowings: z.number(),
  blockedBy: z.optional(z.number()),
  retriedAt: optionalTime,
})

/** What the tabs of one browser tell each other. */
const tabMessage = z.discriminatedUnion('kind', [
  /** A tab is there. `holdings`: what it follows, and of when its replies are; left out when that is no news. */
  z.object({
    kind: z.literal('here'),
    visible: z.boolean(),
    leading: z.boolean(),
    holdings: z.optional(z.array(z.object({ token, at: optionalTime }))),
  }),
  z.object({ kind: z.literal('bye') }),
  /** The user asked for checks or changed the settings, in any tab. */
  z.object({ kind: z.literal('ask'), tokens: z.array(token) }),
  z.object({
    kind: z.literal('settings'),
    settings: z.object({ paused: z.boolean(), pace: z.number(), rate: z.number() }),
  }),
  /** The leading tab goes on after an account error, sent a request, or one of its requests ended. */
  z.object({ kind: z.literal('retry') }),
  z.object({ kind: z.literal('sent'), token, at: time }),
  z.object({
    kind: z.literal('settled'),
    token,
    startedAt: time,
    at: time,
    luck: z.number(),
    reply: z.optional(reply),
    error: z.optional(wireError),
  }),
  /** The leading tab's books, and what it shows that is newer than what the tab `to` has. */
  z.object({
    kind: z.literal('snapshot'),
    to: z.string(),
    records: z.array(pollRecord),
    health,
    bucket: z.object({ tokens: z.number(), at: time }),
    replies: z.array(z.extend(reply, { token })),
    errors: z.array(z.object({ token, error: wireError })),
  }),
])

export type TabMessage = z.infer<typeof tabMessage>

const envelope = z.object({ v: z.literal(2), from: z.string(), skew: z.number(), body: z.string() })

/** Board clocks of two tabs that differ by less than this (ms) count as one: the rest is rounding. */
const TOLERANCE = 1_000

/**
 * Wraps a message.
 * @param skew how far the sender's board clock is from the wall clock, ms: tabs opened before and after the wall
 *   clock was set differ in it, and a message may lie for minutes in the queue of a frozen tab
 */
export function seal(message: TabMessage, from: string, skew: number) {
  return { v: 2, from, skew, body: JSON.stringify(message) }
}

/** Unwraps a message with its times on the receiver's clock; undefined for what another version of the page sent. */
export function unseal(data: unknown, skew: number): { from: string; message: TabMessage } | undefined {
  const sealed = envelope.safeParse(data)
  if (!sealed.success) return undefined
  const { from, body } = sealed.data
  const shift = skew - sealed.data.skew
  const message = tabMessage.safeParse(parse(body, Math.abs(shift) < TOLERANCE ? 0 : shift))
  return message.success ? { from, message: message.data } : undefined
}

/** Every time in a message is a number called `at`, `…At` or `…Until`. */
function parse(body: string, shift: number): unknown {
  try {
    return JSON.parse(body, (key, value: unknown) =>
      typeof value === 'number' && /^at$|At$|Until$/.test(key) ? value + shift : value,
    )
  } catch {
    return undefined
  }
}
