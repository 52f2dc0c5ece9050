import { attempt } from './attempt.ts'
import type { Clock } from './clock.ts'
import { electLeader, type Lead, type Locks } from './leader.ts'

/** The part of a `BroadcastChannel` that is needed. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** What the browser offers for tabs to share the work. Where one is missing or refused, every tab works for itself. */
export type TabServices = {
  readonly locks: Locks | undefined
  readonly BroadcastChannel: (new (name: string) => Channel) | undefined
  /** Of the page: tabs of another one may not understand each other, so they neither share nor take the lead. */
  readonly version: string | undefined
}

/** Clocks of two tabs that are ahead of the wall clock by this much (ms) more or less count as one: the rest is rounding. */
const MAX_CLOCK_DIFFERENCE_MS = 2_000

/**
 * Joins the tabs of one browser: one of them leads, and all hear each other.
 * @param name what they join for
 * @param onMessage called with what another tab said on the same clock: tabs that know that it was set, and that do not
 *   yet, differ in it, and a message may lie for minutes in the queue of a frozen tab
 * @param onLead called when this tab leads, or follows again
 */
export function openTabs<Message>(
  name: string,
  { locks, BroadcastChannel, version = '' }: Partial<TabServices>,
  clock: Clock,
  onMessage: (message: Message) => void,
  onLead: (isLeading: boolean) => void,
) {
  const channel = attempt(() => locks && BroadcastChannel && new BroadcastChannel(name + version))
  const clockOffset = () => clock() - Date.now()
  let lead: Lead = channel === undefined ? 'alone' : 'follows'
  const isLeading = () => lead !== 'follows'

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<{ clockOffset: number; message: Message }>) => {
      if (Math.abs(clockOffset() - data.clockOffset) < MAX_CLOCK_DIFFERENCE_MS) onMessage(data.message)
    }
  }
  const election =
    channel &&
    locks &&
    electLeader(locks, name + version, latest => {
      lead = latest
      onLead(isLeading())
    })

  return {
    isLeading,
    lead: () => lead,
    send(message: Message) {
      attempt(() => channel?.postMessage({ clockOffset: clockOffset(), message }))
    },
    /** Takes the lead from the tab that has it. */
    takeLead: () => election?.takeLead(),
    stop() {
      election?.stop()
      channel?.close()
      // Nobody is there to follow any more.
      lead = 'alone'
    },
  }
}
