import * as z from 'zod/mini'
import { momentSchema } from '../api/rental.ts'
import { attempt } from '../lib/attempt.ts'
import type { Clock } from '../lib/clock.ts'
import { isMoment } from '../lib/clock.ts'
import { POLLING_CHANNEL } from '../storage.ts'
import { checkSchema } from './check.ts'
import { electLeader, type Locks } from './leader.ts'
import { serviceSchema } from './service-state.ts'

/** The part of a `BroadcastChannel` that is needed. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** What the browser offers for tabs to share the work. */
export type TabServices = {
  readonly locks: Locks | undefined
  readonly BroadcastChannel: (new (name: string) => Channel) | undefined
}

const optionalTime = z.optional(momentSchema)

/** What the tabs of one browser tell each other. */
const messageSchema = z.discriminatedUnion('kind', [
  /** A tab that follows says what it shows, of when, and what was asked for there; it wants to know what is newer. */
  z.object({
    kind: z.literal('hello'),
    rentals: z.array(z.object({ token: z.string(), checkedAt: optionalTime, askedAt: optionalTime })),
  }),
  /** The leading tab made a check, begun at `startedAt`, or answers a `hello` with what is newer there. */
  z.object({
    kind: z.literal('report'),
    startedAt: optionalTime,
    checks: z.array(z.object({ token: z.string(), check: checkSchema })),
    service: serviceSchema,
  }),
  /** The leading tab is no longer on screen: one that is may take the lead. */
  z.object({ kind: z.literal('hidden') }),
])

export type TabMessage = z.infer<typeof messageSchema>

export type TabListeners = {
  onLead(leading: boolean): void
  onMessage(message: TabMessage): void
}

/** One tab's place among the tabs of its browser. */
export type Tabs = {
  isLeading(): boolean
  send(message: TabMessage): void
  /** Becomes the leading tab, whichever is. */
  takeLead(): void
  stop(): void
}

/** Characters of the longest message: thousands of rentals take a few millions. */
const MAX_MESSAGE_CHARS = 50_000_000

const envelopeSchema = z.object({
  clockOffset: z.number(),
  body: z.string().check(z.maxLength(MAX_MESSAGE_CHARS)),
})

/** Board clocks of two tabs that differ by less than this (ms) count as one: the rest is rounding. */
const MAX_CLOCK_DIFFERENCE_MS = 1_000

/** How far ahead (ms) a message may look: no wait is longer than some minutes. */
const MAX_AHEAD_MS = 86_400_000

/**
 * What connects a poller to those of the other tabs; undefined where the browser lacks a service for it, and every tab
 * then polls for itself. Throws when it is called where the browser refuses one.
 */
export function tabsOf({ locks, BroadcastChannel }: TabServices, clock: Clock) {
  if (locks === undefined || BroadcastChannel === undefined) return undefined
  return ({ onLead, onMessage }: TabListeners): Tabs => {
    const channel = new BroadcastChannel(POLLING_CHANNEL)
    const clockOffset = () => clock() - Date.now()
    let isLeading = false
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = decode(data, clockOffset())
      if (message) onMessage(message)
    }
    const election = electLeader(locks, POLLING_CHANNEL, leading => {
      isLeading = leading
      onLead(leading)
    })
    return {
      isLeading: () => isLeading,
      send: message => attempt(() => channel.postMessage(encode(message, clockOffset()))),
      takeLead: election.takeLead,
      stop() {
        election.stop()
        channel.close()
      },
    }
  }
}

/**
 * Wraps a message.
 * @param clockOffset how far the sender's board clock is from the wall clock, ms: tabs opened before and after the wall
 *   clock was set differ in it, and a message may lie for minutes in the queue of a frozen tab
 */
export function encode(message: TabMessage, clockOffset: number) {
  return { clockOffset, body: JSON.stringify(message) }
}

/** Unwraps a message with its times on the receiver's clock; undefined for what no board of this form sent. */
export function decode(data: unknown, clockOffset: number): TabMessage | undefined {
  const envelope = z.safeParse(envelopeSchema, data)
  if (!envelope.success) return undefined
  const difference = clockOffset - envelope.data.clockOffset
  const shift = Math.abs(difference) < MAX_CLOCK_DIFFERENCE_MS ? 0 : difference
  const message = z.safeParse(messageSchema, parse(envelope.data.body, shift, Date.now() + clockOffset))
  return message.success ? message.data : undefined
}

/** Times are the numbers called so; NaN, which passes no schema, when they cannot be. */
const TIME_KEY = /^(at|from|until)$|At$|Until$/

function parse(body: string, shift: number, now: number): unknown {
  const moved = (time: number) =>
    isMoment(time + shift) && time + shift <= now + MAX_AHEAD_MS ? time + shift : Number.NaN
  return attempt(() =>
    JSON.parse(body, (key, value: unknown) =>
      typeof value === 'number' && TIME_KEY.test(key) ? moved(value) : value,
    ),
  )
}
