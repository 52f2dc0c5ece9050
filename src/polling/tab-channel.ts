import * as z from 'zod/mini'
import type { Clock } from '../lib/clock.ts'
import { openTabs, type TabServices } from '../lib/tabs.ts'
import { POLLING_CHANNEL_PREFIX } from '../storage.ts'
import { checkSchema } from './check.ts'
import type { PollContext } from './next-check.ts'
import type { TrackedRental } from './tracked-rentals.ts'

/** A tab that follows says what it shows, of when, and what was asked for there; it wants to know what is newer. */
type Hello = {
  readonly kind: 'hello'
  readonly rentals: readonly { token: string; checkedAt: number | undefined; askedAt: number | undefined }[]
}

/** The leading tab made a check, is hidden or shown, or answers a `hello` with what is newer there. */
type Report = {
  readonly kind: 'report'
  readonly checks: readonly { token: string; check: unknown }[]
  readonly service: SharedState['service']
  /** It is not on screen: a tab that is may take the lead. */
  readonly hidden: boolean
}

/** How long (ms) a tab that takes the lead waits to hear what the leading one knows: a frozen one says nothing. */
const HANDOVER_MS = 200

/** What the tabs keep alike. */
export type SharedState = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  /** What is known of the provider as a whole. */
  service: Pick<PollContext, 'circuit' | 'limiter'>
  /** This tab is not on screen. */
  isHidden: boolean
}

/**
 * Shares the work with the other tabs: the one that leads tells what it learns, the others what they want checked.
 * @param onChange called when another tab changed the state, the check of a rental, or who leads
 */
export function joinTabs(
  services: Partial<TabServices>,
  clock: Clock,
  state: SharedState,
  onChange: () => void,
) {
  const { rentals } = state
  let takeover: ReturnType<typeof setTimeout> | undefined
  const tabs = openTabs<Hello | Report>(POLLING_CHANNEL_PREFIX, services, clock, onMessage, onLead)
  const { isLeading, send } = tabs

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

  function onMessage(message: Hello | Report) {
    if (message.kind === 'report') takeIn(message)
    else if (isLeading()) answer(message)
    onChange()
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
    for (const { token, check: told } of checks) {
      const rental = rentals.get(token)
      const check = z.safeParse(checkSchema, told).data
      if (rental === undefined || check === undefined) continue
      const { checkedAt = 0, reply } = rental.check ?? {}
      const isOlderReply = check.reply && reply && check.reply.at < reply.at
      if ((check.checkedAt ?? 0) > checkedAt && !isOlderReply) rental.query.setData(check, { manual: true })
    }
    if (isLeading()) return
    state.service = service
    if (hidden && !state.isHidden) takeLead()
  }

  function takeLead() {
    if (isLeading() || takeover !== undefined) return
    sayHello(rentals.values())
    takeover = setTimeout(tabs.takeLead, HANDOVER_MS)
  }

  function onLead(leads: boolean) {
    clearTimeout(takeover)
    takeover = undefined
    if (!leads) sayHello(rentals.values(), true)
    else if (state.isHidden) report([])
    onChange()
  }

  return {
    isLeading,
    lead: tabs.lead,
    /** Tells the other tabs what this one knows of these rentals and, where it leads, of the service. */
    report,
    /** Asks the leading tab what it knows of these rentals. */
    sayHello,
    /** Becomes the leading tab once it knows what that one does. */
    takeLead,
    stop() {
      clearTimeout(takeover)
      tabs.stop()
    },
  }
}
