import { attempt } from '../lib/attempt.ts'
import type { Clock } from '../lib/clock.ts'
import { POLLING_CHANNEL } from '../storage.ts'
import { electLeader, type Locks } from './leader.ts'
import { decode, encode, type TabMessage } from './tab-messages.ts'
import { createPeers } from './tab-peers.ts'

/** The part of a `BroadcastChannel` that is needed. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** What the browser offers for tabs to share the work. */
export type TabServices = {
  readonly locks: Locks | undefined
  readonly BroadcastChannel: (new (name: string) => Channel) | undefined
}

export type SharedMessage = Exclude<TabMessage, { kind: 'here' | 'bye' }>

/** A rental that a tab shows, and of when its reply is; without `at` it has none. */
export type InventoryItem = { readonly token: string; readonly at?: number | undefined }

/** What the poller does when something happens among the tabs. */
export type TabListeners = {
  onLead(leading: boolean): void
  onMessage(message: SharedMessage): void
  /** The visibility or the rentals of the other tabs changed. */
  onPeers(): void
  /** Another tab says what it has; only the leading tab hears of it, and tells it what is newer. */
  onInventory(id: string, inventory: readonly InventoryItem[]): void
  inventory(): InventoryItem[]
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
  /** Becomes the leading tab, unless it is. */
  takeOver(): void
  stop(): void
}

const HEARTBEAT_MS = 20_000
/** A leading tab answers at once, also when hidden; one that does not is frozen. */
const ANSWER_TIMEOUT_MS = 4_000

/**
 * What connects a poller to those of the other tabs; undefined where the browser lacks a service for it, and
 * every tab then polls for itself. Throws when it is called where the browser refuses one.
 * @param name keeps boards apart that have nothing to do with each other
 */
export function tabsOf({ locks, BroadcastChannel }: TabServices, clock: Clock, name = POLLING_CHANNEL) {
  if (locks === undefined || BroadcastChannel === undefined) return undefined
  return (listeners: TabListeners) => joinTabs(locks, new BroadcastChannel(name), clock, name, listeners)
}

function joinTabs(locks: Locks, channel: Channel, clock: Clock, name: string, listeners: TabListeners): Tabs {
  const id = crypto.randomUUID()
  const peers = createPeers()
  let leading = false
  let visible = true
  let leader: string | undefined
  let reckoning: ReturnType<typeof setTimeout> | undefined

  const clockOffset = () => clock() - Date.now()
  const beat = () => post({ kind: 'here', visible, leading })
  const announce = () => post({ kind: 'here', visible, leading, inventory: listeners.inventory() })

  /** A channel that is closed or broken tells nothing: a tab that hears nothing takes the lead. */
  function post(message: TabMessage) {
    attempt(() => channel.postMessage(encode(message, id, clockOffset())))
  }

  function takeOver() {
    if (!leading) candidacy.takeOver()
  }

  /** A tab on screen takes the lead from one that does not answer: phones freeze hidden tabs and keep their locks. */
  function awaitAnswer() {
    clearTimeout(reckoning)
    if (visible && !leading) reckoning = setTimeout(takeOver, ANSWER_TIMEOUT_MS)
  }

  function hear(from: string, message: TabMessage) {
    switch (message.kind) {
      case 'here':
        meet(from, message)
        break
      case 'bye':
        if (peers.part(from)) listeners.onPeers()
        break
      default:
        listeners.onMessage(message)
    }
  }

  function meet(from: string, { inventory, ...peer }: Extract<TabMessage, { kind: 'here' }>) {
    const tokens = inventory?.map(({ token }) => token)
    if (peers.meet(from, peer.visible, tokens)) listeners.onPeers()
    if (leading) {
      if (!peer.leading) beat()
      if (inventory) listeners.onInventory(from, inventory)
    } else if (peer.leading) {
      clearTimeout(reckoning)
      if (leader !== from) announce()
      leader = from
    }
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const heard = decode(data, clockOffset())
    if (heard) hear(heard.from, heard.message)
  }
  const candidacy = electLeader(locks, name, isLeader => {
    leading = isLeader
    leader = undefined
    clearTimeout(reckoning)
    listeners.onLead(isLeader)
    announce()
  })
  const beats = setInterval(() => {
    if (peers.beat()) listeners.onPeers()
    beat()
    awaitAnswer()
  }, HEARTBEAT_MS)
  announce()
  awaitAnswer()

  return {
    id,
    isLeading: () => leading,
    isAnotherVisible: peers.isAnyVisible,
    tokensElsewhere: peers.tokens,
    send: post,
    announce,
    takeOver,
    setVisible(isVisible) {
      visible = isVisible
      announce()
      awaitAnswer()
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
