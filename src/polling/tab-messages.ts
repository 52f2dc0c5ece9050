import * as v from 'valibot'
import { attempt } from '../lib/attempt.ts'
import { isMoment } from '../lib/clock.ts'
import { knownStatuses } from '../rentals/status.ts'
import { losses } from './poll-status.ts'
import { BURST_CHECKS } from './rate-limiter.ts'
import { countSchema, rentalSchema } from './rental-schema.ts'
import { serializedError } from './serialize-error.ts'

/** What is outside the times that can be is none by the time it is checked: see `parse`. */
const time = v.number()
const optionalTime = v.optional(time)
const token = v.string()
const reply = v.object({
  rental: rentalSchema,
  raw: v.optional(v.string()),
  at: time,
  isStale: v.optional(v.boolean()),
})
const jitter = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const status = v.picklist([...knownStatuses, 'unknown', 'pending'])

const pollRecord = v.object({
  token,
  order: countSchema,
  trackedAt: time,
  status,
  fault: v.optional(v.picklist(['unanswered', 'not-found', 'refused'])),
  failures: countSchema,
  jitter,
  lastDoneAt: optionalTime,
  askedAt: optionalTime,
  startedAt: optionalTime,
})

const health = v.object({
  streak: countSchema,
  firstFailureAt: optionalTime,
  lastFailureAt: optionalTime,
  loss: v.optional(v.picklist(losses)),
  recoveredAt: optionalTime,
  slowedAt: optionalTime,
  slowUntil: optionalTime,
  slowings: countSchema,
  blockedBy: v.optional(v.number()),
  blockedAt: optionalTime,
  retryAt: optionalTime,
  refusals: v.optional(countSchema, 0),
  retriedAt: optionalTime,
})

/** What the tabs of one browser tell each other. */
const tabMessage = v.variant('kind', [
  /** A tab is there. `inventory`: what it follows, and of when its replies are; left out when that is no news. */
  v.object({
    kind: v.literal('here'),
    visible: v.boolean(),
    leading: v.boolean(),
    inventory: v.optional(v.array(v.object({ token, at: optionalTime }))),
  }),
  v.object({ kind: v.literal('bye') }),
  /** The user asked for checks or changed the settings, in any tab. */
  v.object({ kind: v.literal('ask'), tokens: v.array(token) }),
  v.object({
    kind: v.literal('settings'),
    settings: v.object({ paused: v.boolean(), pace: v.number(), rate: v.number() }),
  }),
  /** The leading tab goes on after an account error, sent a request, or one of its requests ended. */
  v.object({ kind: v.literal('retry') }),
  v.object({ kind: v.literal('sent'), token, at: time }),
  v.object({
    kind: v.literal('settled'),
    token,
    startedAt: time,
    at: time,
    jitter,
    reply: v.optional(reply),
    error: v.optional(serializedError),
  }),
  /** The leading tab's books, and what it shows that is newer than what the tab `to` has. */
  v.object({
    kind: v.literal('snapshot'),
    to: v.string(),
    records: v.array(pollRecord),
    health,
    bucket: v.object({
      tokens: v.pipe(v.number(), v.minValue(-BURST_CHECKS), v.maxValue(BURST_CHECKS)),
      at: time,
    }),
    replies: v.array(v.object({ ...reply.entries, token })),
    errors: v.array(v.object({ token, error: serializedError })),
  }),
])

export type TabMessage = v.InferOutput<typeof tabMessage>

/** Characters of the longest message: thousands of rentals take a few millions. */
const MAX_MESSAGE_CHARS = 50_000_000

const envelope = v.object({
  v: v.literal(3),
  from: v.string(),
  clockOffset: v.pipe(v.number(), v.finite()),
  body: v.pipe(v.string(), v.maxLength(MAX_MESSAGE_CHARS)),
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
  const sealed = v.safeParse(envelope, data)
  if (!sealed.success) return undefined
  const { from, body } = sealed.output
  const shift = clockOffset - sealed.output.clockOffset
  const latest = Date.now() + clockOffset + MAX_AHEAD_MS
  const message = v.safeParse(
    tabMessage,
    parse(body, Math.abs(shift) < MAX_CLOCK_DIFFERENCE_MS ? 0 : shift, latest),
  )
  return message.success ? { from, message: message.output } : undefined
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
