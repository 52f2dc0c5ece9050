import { attempt } from '../lib/attempt.ts'
import type { Clock } from '../lib/clock.ts'
import { electLeader, type Lead, type Locks } from '../lib/leader.ts'
import { POLLING_CHANNEL_PREFIX } from '../storage.ts'
import type { Check } from './check.ts'
import type { Circuit } from './circuit-breaker.ts'
import type { Limiter } from './rate-limiter.ts'
import type { TrackedRental } from './tracked-rentals.ts'

/** The part of a `BroadcastChannel` that is needed. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** What the browser offers for tabs to share the work. Where one is missing or refused, every tab polls for itself. */
export type TabServices = {
  readonly locks: Locks | undefined
  readonly BroadcastChannel: (new (name: string) => Channel) | undefined
  /** Of the page: tabs of another one may not understand each other, so they neither share nor take the lead. */
  readonly version: string | undefined
}

/** What is known of the provider as a whole. */
export type Service = { readonly circuit: Circuit; readonly limiter: Limiter }

/** A tab that follows says what it shows, of when, and what was asked for there; it wants to know what is newer. */
type Hello = {
  readonly kind: 'hello'
  readonly rentals: readonly {
    readonly token: string
    readonly checkedAt: number | undefined
    readonly askedAt: number | undefined
  }[]
}

/** The leading tab made a check, is hidden or shown, or answers a `hello` with what is newer there. */
type Report = {
  readonly kind: 'report'
  readonly checks: readonly { readonly token: string; readonly check: Check }[]
  readonly service: Service
  /** It is not on screen: a tab that is may take the lead. */
  readonly hidden: boolean
}

/**
 * What the tabs of one version tell each other. How far the sender's board clock is from the wall clock, ms: tabs that
 * know of its setting, and that do not yet, differ in it, and a message may lie for minutes in the queue of a frozen tab.
 */
type Sent = (Hello | Report) & { readonly clockOffset: number }

/** Board clocks of two tabs that differ by less than this (ms) count as one: the rest is rounding. */
const MAX_CLOCK_DIFFERENCE_MS = 2_000

/** How long (ms) a tab that takes the lead waits to hear what the leading one knows: a frozen one says nothing. */
const HANDOVER_MS = 200

/** What the tabs keep alike. */
export type SharedState = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  service: Service
  /** This tab is not on screen. */
  isHidden: boolean
}

/**
 * Shares the work with the other tabs: the one that leads tells what it learns, the others what they want checked.
 * @param onChange called when another tab changed the state, the check of a rental, or who leads
 */
export function joinTabs(
  { locks, BroadcastChannel, version = '' }: Partial<TabServices>,
  clock: Clock,
  state: SharedState,
  onChange: () => void,
) {
  const { rentals } = state
  const name = POLLING_CHANNEL_PREFIX + version
  const channel = attempt(() => locks && BroadcastChannel && new BroadcastChannel(name))
  const clockOffset = () => clock() - Date.now()
  let lead: Lead = channel === undefined ? 'alone' : 'follows'
  const isLeading = () => lead !== 'follows'
  let takeover: ReturnType<typeof setTimeout> | undefined

  function send(message: Hello | Report) {
    attempt(() => channel?.postMessage({ ...message, clockOffset: clockOffset() } satisfies Sent))
  }

  function report(known: readonly TrackedRental[]) {
    const checks = known.flatMap(({ token, check }) => (check ? [{ token, check }] : []))
    if (!isLeading() && checks.length === 0) return
    send({ kind: 'report', checks, service: state.service, hidden: isLeading() && state.isHidden })
  }

  /** `handsOver`: the leading tab makes the checks that were asked for here. */
  function sayHello(known: Iterable<TrackedRental>, handsOver = false) {
    const about = Array.from(known, ({ token, check, askedAt }) => {
      return { token, checkedAt: check?.checkedAt, askedAt: handsOver ? askedAt : undefined }
    })
    send({ kind: 'hello', rentals: about })
  }

  /** Takes over what a tab that follows wants checked, and tells it what is newer here. */
  function answer({ rentals: known }: Hello) {
    const newer = known.flatMap(({ token, checkedAt = 0, askedAt = 0 }) => {
      const rental = rentals.get(token)
      rental?.ask(askedAt)
      return rental && (rental.check?.checkedAt ?? 0) > checkedAt ? [rental] : []
    })
    report(newer)
  }

  function takeIn({ checks, service, hidden }: Report) {
    for (const { token, check } of checks) {
      const rental = rentals.get(token)
      const { checkedAt = 0, reply } = rental?.check ?? {}
      const isOlderReply = check.reply && reply && check.reply.at < reply.at
      if ((check.checkedAt ?? 0) > checkedAt && !isOlderReply) rental?.query.setData(check, { manual: true })
    }
    if (isLeading()) return
    state.service = service
    if (hidden && !state.isHidden) takeLead()
  }

  function takeLead() {
    if (isLeading() || takeover !== undefined) return
    sayHello(rentals.values())
    takeover = setTimeout(() => election?.takeLead(), HANDOVER_MS)
  }

  function onLead(latest: Lead) {
    clearTimeout(takeover)
    takeover = undefined
    lead = latest
    if (lead === 'follows') sayHello(rentals.values(), true)
    else if (state.isHidden) report([])
    onChange()
  }

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Sent>) => {
      if (Math.abs(clockOffset() - data.clockOffset) >= MAX_CLOCK_DIFFERENCE_MS) return
      if (data.kind === 'report') takeIn(data)
      else if (isLeading()) answer(data)
      onChange()
    }
  }
  const election = channel && locks && electLeader(locks, name, onLead)
  return {
    isLeading,
    /** Nothing lets the tabs of this browser share the work. */
    isAlone: () => lead === 'alone',
    /** Tells the other tabs what this one knows of these rentals and, where it leads, of the service. */
    report,
    /** Asks the leading tab what it knows of these rentals. */
    sayHello,
    /** Becomes the leading tab once it knows what that one does. */
    takeLead,
    stop() {
      clearTimeout(takeover)
      election?.stop()
      channel?.close()
      // Nobody is there to follow any more.
      lead = 'alone'
    },
  }
}
