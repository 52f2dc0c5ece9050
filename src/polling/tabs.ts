import type { Clock } from '../lib/clock.ts'
import { type Locks, standForLeader } from './leader.ts'
import { seal, type TabMessage, unseal } from './tab-messages.ts'

/** The part of a `BroadcastChannel` that is needed. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** What the browser offers for tabs to share the work. */
export type TabServices = {
  readonly locks: Locks | undefined
  readonly BroadcastChannel: (new (name: string) => Channel) | undefined
}

export type SharedMessage = Exclude<TabMessage, { kind: 'here' | 'bye' }>

/** What the poller does when something happens among the tabs. */
export type TabListeners = {
  onLead(leading: boolean): void
  onMessage(message: SharedMessage): void
  /** The visibility or the rentals of the other tabs changed. */
  onPeers(): void
  /** A tab came that has nothing to show for `lacking`; only the leading tab hears of it. */
  onNewcomer(id: string, lacking: readonly string[]): void
  /** A tab needs to know what this one follows, and what it has nothing to show for. */
  tokens(): { tokens: string[]; lacking: string[] }
}

/** One tab's place among the tabs of its browser. */
export type Tabs = {
  readonly id: string
  isLeading(): boolean
  /** Whether another tab is on screen. */
  isAnotherVisible(): boolean
  /** What the other tabs follow. */
  tokensElsewhere(): Iterable<string>
  send(message: SharedMessage): void
  setVisible(visible: boolean): void
  /** Tells the others what this tab follows now. */
  announce(): void
  stop(): void
}

type Peer = { readonly visible: boolean; readonly tokens: readonly string[]; readonly heardAt: number }

const BEAT = 20_000
/** The timers of a hidden tab may run once a minute: one that missed two such beats is gone. */
const SILENCE = 150_000
/** A leading tab answers at once, also when hidden; one that does not is frozen. */
const ANSWER_WITHIN = 4_000

/**
 * What connects a poller to those of the other tabs; undefined where the browser lacks a service for it, and
 * every tab then polls for itself.
 * @param name keeps boards apart that have nothing to do with each other
 */
export function tabsOf({ locks, BroadcastChannel }: TabServices, clock: Clock, name = 'rental-board') {
  if (locks === undefined || BroadcastChannel === undefined) return undefined
  return (listeners: TabListeners) => joinTabs(locks, new BroadcastChannel(name), clock, name, listeners)
}

function joinTabs(locks: Locks, channel: Channel, clock: Clock, name: string, listeners: TabListeners): Tabs {
  const id = crypto.randomUUID()
  const peers = new Map<string, Peer>()
  let leading = false
  let visible = true
  let leader: string | undefined
  let reckoning: ReturnType<typeof setTimeout> | undefined

  const skew = () => clock() - Date.now()
  const post = (message: TabMessage) => channel.postMessage(seal(message, id, skew()))
  const beat = () => post({ kind: 'here', visible, leading })
  const announce = () => post({ kind: 'here', visible, leading, ...listeners.tokens() })

  /** A tab on screen takes the lead from one that does not answer: phones freeze hidden tabs and keep their locks. */
  function checkOnLeader() {
    beat()
    if (leading || !visible) return
    clearTimeout(reckoning)
    reckoning = setTimeout(candidacy.takeOver, ANSWER_WITHIN)
  }

  function hear(from: string, message: TabMessage) {
    switch (message.kind) {
      case 'here':
        meet(from, message)
        break
      case 'bye':
        if (peers.delete(from)) listeners.onPeers()
        break
      default:
        listeners.onMessage(message)
    }
  }

  function meet(from: string, message: Extract<TabMessage, { kind: 'here' }>) {
    const before = peers.get(from)
    const tokens = message.tokens ?? before?.tokens ?? []
    peers.set(from, { visible: message.visible, tokens, heardAt: clock() })
    if (before?.visible !== message.visible || before.tokens !== tokens) listeners.onPeers()
    if (leading) {
      if (!message.leading) beat()
      if (message.lacking) listeners.onNewcomer(from, message.lacking)
    } else if (message.leading) {
      clearTimeout(reckoning)
      if (leader !== from) announce()
      leader = from
    }
  }

  function dropSilent() {
    const gone = [...peers].filter(([, { heardAt }]) => clock() - heardAt > SILENCE)
    for (const [peer] of gone) peers.delete(peer)
    if (gone.length > 0) listeners.onPeers()
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const heard = unseal(data, skew())
    if (heard) hear(heard.from, heard.message)
  }
  const candidacy = standForLeader(locks, name, isLeader => {
    leading = isLeader
    leader = undefined
    clearTimeout(reckoning)
    listeners.onLead(isLeader)
    announce()
  })
  const beats = setInterval(() => {
    dropSilent()
    checkOnLeader()
  }, BEAT)
  announce()
  checkOnLeader()

  return {
    id,
    isLeading: () => leading,
    isAnotherVisible: () => [...peers.values()].some(peer => peer.visible),
    tokensElsewhere: () => [...peers.values()].flatMap(peer => peer.tokens),
    send: post,
    announce,
    setVisible(isVisible) {
      visible = isVisible
      checkOnLeader()
    },
    stop() {
      clearInterval(beats)
      clearTimeout(reckoning)
      candidacy.stop()
      post({ kind: 'bye' })
      channel.close()
    },
  }
}
