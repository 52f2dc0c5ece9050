import { attempt } from '../lib/attempt.ts'
import type { Check } from './check.ts'
import type { ServiceState } from './service-state.ts'
import type { TabListeners, TabMessage, Tabs } from './tab-channel.ts'
import type { TrackedRental } from './tracked-rentals.ts'

/** What the tabs keep alike, and who hears when another tab changed it. */
type SharedState = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  service(): ServiceState
  isHidden(): boolean
  /** Shows a newer check that another tab made. */
  show(token: string, check: Check): void
  /** Takes over what the leading tab knows of the service; it sent a request at `startedAt`. */
  adopt(service: ServiceState, startedAt: number | undefined): void
  onLead(leading: boolean): void
  /** Something changed. */
  step(): void
}

/** How long (ms) a tab that takes the lead waits to hear what the leading one knows: a frozen one says nothing. */
const HANDOVER_MS = 200

/**
 * Shares the work with the other tabs: the one that leads tells what it learns, the others what they want checked.
 * Where no tabs can be joined, this one leads.
 */
export function createTabSync(join: ((listeners: TabListeners) => Tabs) | undefined, state: SharedState) {
  const { rentals } = state
  let takeover: ReturnType<typeof setTimeout> | undefined
  let tabs: Tabs | undefined
  const isLeading = () => tabs?.isLeading() ?? true

  function report(known: readonly TrackedRental[], startedAt?: number) {
    const checks = known.flatMap(({ token, check }) => (check ? [{ token, check }] : []))
    tabs?.send({ kind: 'report', startedAt, checks, service: state.service() })
  }

  /** `handsOver`: the leading tab makes the checks that were asked for here. */
  function sayHello(known: Iterable<TrackedRental>, handsOver = false) {
    const about = Array.from(known, ({ token, check, askedAt }) => {
      return { token, checkedAt: check?.checkedAt, askedAt: handsOver ? askedAt : undefined }
    })
    tabs?.send({ kind: 'hello', rentals: about })
  }

  function onMessage(message: TabMessage) {
    if (message.kind === 'hello' && isLeading()) answer(message)
    if (message.kind === 'report') takeIn(message)
    if (message.kind === 'hidden' && !state.isHidden()) takeLead()
    state.step()
  }

  /** Takes over what a tab that follows wants checked, and tells it what is newer here. */
  function answer({ rentals: known }: Extract<TabMessage, { kind: 'hello' }>) {
    const newer = known.flatMap(({ token, checkedAt = 0, askedAt = 0 }) => {
      const rental = rentals.get(token)
      const knownAt = rental?.check?.checkedAt ?? 0
      if (askedAt > knownAt) rental?.ask(askedAt)
      return rental && knownAt > checkedAt ? [rental] : []
    })
    report(newer)
  }

  function takeIn({ checks, service, startedAt }: Extract<TabMessage, { kind: 'report' }>) {
    for (const { token, check } of checks) {
      const known = rentals.get(token)?.check
      const isNewer = (check.checkedAt ?? 0) > (known?.checkedAt ?? 0)
      const isOlderReply = check.reply && known?.reply && check.reply.at < known.reply.at
      if (rentals.has(token) && isNewer && !isOlderReply) state.show(token, check)
    }
    if (isLeading()) return
    state.adopt(service, startedAt)
    if (takeover !== undefined) steal()
  }

  function takeLead() {
    if (isLeading() || takeover !== undefined) return
    sayHello(rentals.values())
    takeover = setTimeout(steal, HANDOVER_MS)
  }

  function steal() {
    clearTimeout(takeover)
    takeover = undefined
    tabs?.takeLead()
  }

  function onLead(leading: boolean) {
    clearTimeout(takeover)
    takeover = undefined
    if (!leading) sayHello(rentals.values(), true)
    else if (state.isHidden()) tabs?.send({ kind: 'hidden' })
    state.onLead(leading)
  }

  tabs = attempt(() => join?.({ onLead, onMessage }))
  return {
    isLeading,
    /** Tells the other tabs what this one, which leads, knows of these rentals and of the service. */
    report,
    /** Asks the leading tab what it knows of these rentals. */
    sayHello: (known: readonly TrackedRental[]) => sayHello(known),
    /** Becomes the leading tab once it knows what that one does. */
    takeLead,
    /** Lets a tab that is on screen take the lead: this one no longer is. */
    sayHidden() {
      if (isLeading()) tabs?.send({ kind: 'hidden' })
    },
    stop() {
      clearTimeout(takeover)
      tabs?.stop()
      tabs = undefined
    },
  }
}
