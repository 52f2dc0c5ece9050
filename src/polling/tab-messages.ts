import * as z from 'zod/mini'
import { countSchema, replySchema, statusSchema } from '../api/rental.ts'
import { attempt } from '../lib/attempt.ts'
import { isMoment } from '../lib/clock.ts'
import { losses } from './poll-status.ts'
import { BURST_CHECKS } from './rate-limiter.ts'
import { serializedError } from './serialize-error.ts'

/** What is outside the times that can be is none by the time it is checked: see `parse`. */
const time = z.number()
const optionalTime = z.optional(time)
const token = z.string()
const jitter = z.number().check(z.gte(0), z.lte(1))
const status = z.enum([...statusSchema.options, 'pending'])

const pollRecord = z.object({
  token,
  order: countSchema,
  trackedAt: time,
  status,
  fault: z.optional(z.enum(['unanswered', 'not-found', 'refused'])),
  failures: countSchema,
  jitter,
  lastDoneAt: optionalTime,
  askedAt: optionalTime,
  startedAt: optionalTime,
})

const health = z.object({
  streak: countSchema,
  firstFailureAt: optionalTime,
  lastFailureAt: optionalTime,
  loss: z.optional(z.enum(losses)),
  recoveredAt: optionalTime,
  slowedAt: optionalTime,
  slowUntil: optionalTime,
  slowings: countSchema,
  blockedBy: z.optional(z.number()),
  blockedAt: optionalTime,
  retryAt: optionalTime,
  refusals: z._default(countSchema, 0),
  retriedAt: optionalTime,
})

/** What the tabs of one browser tell each other. */
const tabMessage = z.discriminatedUnion('kind', [
  /** A tab is there. `inventory`: what it follows, and of when its replies are; left out when that is no news. */
  z.object({
    kind: z.literal('here'),
    visible: z.boolean(),
    leading: z.boolean(),
    inventory: z.optional(z.array(z.object({ token, at: optionalTime }))),
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
    jitter,
    reply: z.optional(replySchema),
    error: z.optional(serializedError),
  }),
  /** The leading tab's books, and what it shows that is newer than what the tab `to` has. */
  z.object({
    kind: z.literal('snapshot'),
    to: z.string(),
    records: z.array(pollRecord),
    health,
    bucket: z.object({
      tokens: z.number().check(z.gte(-BURST_CHECKS), z.lte(BURST_CHECKS)),
      at: time,
    }),
    replies: z.array(z.object({ ...replySchema.shape, token })),
    errors: z.array(z.object({ token, error: serializedError })),
  }),
])

export type TabMessage = z.infer<typeof tabMessage>

/** Characters of the longest message: thousands of rentals take a few millions. */
const MAX_MESSAGE_CHARS = 50_000_000

const envelope = z.object({
  v: z.literal(3),
  from: z.string(),
  clockOffset: z.number(),
  body: z.string().check(z.maxLength(MAX_MESSAGE_CHARS)),
})

/** Board clocks of two tabs that differ by less than this (ms) count as one: the rest is rounding. */
const MAX_CLOCK_DIFFERENCE_MS = 1_000

/** How far ahead (ms) a message may look: no wait is longer than some minutes. */
const MAX_AHEAD_MS = 86_400_000

/**
 * Wraps a message.
 * @param clockOffset how far the sender's board clock is from the wall clock, ms: tabs opened before and after the wall
 *   clock was set differ in it, and a message may lie for minutes in the queue of a frozen tab
 */
export function encode(message: TabMessage, from: string, clockOffset: number) {
  return { v: 3, from, clockOffset, body: JSON.stringify(message) }
}

/** Unwraps a message with its times on the receiver's clock; undefined for what another version of the page sent. */
export function decode(
  data: unknown,
  clockOffset: number,
): { from: string; message: TabMessage } | undefined {
  const sealed = envelope.safeParse(data)
  if (!sealed.success) return undefined
  const { from, body } = sealed.data
  const shift = clockOffset - sealed.data.clockOffset
  const latest = Date.now() + clockOffset + MAX_AHEAD_MS
  const message = tabMessage.safeParse(
    parse(body, Math.abs(shift) < MAX_CLOCK_DIFFERENCE_MS ? 0 : shift, latest),
  )
  return message.success ? { from, message: message.data } : undefined
}

/** Every time in a message is a number called `at`, `…At` or `…Until`; NaN, which passes no schema, when it cannot be. */
function parse(body: string, shift: number, latest: number): unknown {
  const moved = (time: number) =>
    isMoment(time + shift) && time + shift <= latest ? time + shift : Number.NaN
  return attempt(() =>
    JSON.parse(body, (key, value: unknown) =>
      typeof value === 'number' && /^at$|At$|Until$/.test(key) ? moved(value) : value,
    ),
  )
}
