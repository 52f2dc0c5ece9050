import { attempt } from './attempt.ts'
import type { Clock } from './clock.ts'

/** The part of `navigator.locks` that is needed. */
export type Locks = {
  request(
    name: string,
    options: { signal?: AbortSignal; steal?: boolean },
    held: () => Promise<void>,
  ): Promise<unknown>
}

/** `alone`: nothing lets the tabs of this browser share the work, and every one leads. */
type Lead = 'leads' | 'follows' | 'alone'

/**
 * Stands in line for the lock that makes one tab the leading one; the browser hands it on when that tab closes.
 * `onChange` hears `follows` when another tab took it over.
 */
export function electLeader(locks: Locks, name: string, onChange: (lead: Lead) => void) {
  let withdrawal = new AbortController()

  function stand(steal: boolean) {
    withdrawal.abort()
    withdrawal = new AbortController()
    const { signal } = withdrawal
    let hasLed = false
    async function lead(as: Lead = 'leads') {
      if (signal.aborted) return
      hasLed = true
      onChange(as)
      await new Promise(resolve => signal.addEventListener('abort', resolve))
    }
    // Where it is forbidden, asking may throw at once.
    const ask = async () => locks.request(name, steal ? { steal } : { signal }, () => lead())
    ask().catch(() => {
      if (signal.aborted) return
      if (hasLed) {
        onChange('follows')
        stand(false)
      } else void lead('alone')
    })
  }

  stand(false)
  return {
    /** Takes the lead from the tab that has it. */
    takeLead: () => stand(true),
    stop: () => withdrawal.abort(),
  }
}

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
