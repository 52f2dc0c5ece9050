import type { Locks } from '../../src/polling/leader.ts'
import type { Channel, TabServices } from '../../src/polling/tab-channel.ts'

type Waiting = { tab: object; begin: () => void; refuse: (reason: unknown) => void }

/** A browser with one lock and one channel; its tabs can be closed without a word, or frozen. */
export function fakeBrowser() {
  let holder: Waiting | undefined
  let line: Waiting[] = []
  const channels = new Set<{ channel: Channel; tab: { isFrozen: boolean; missed: (() => void)[] } }>()

  function next() {
    holder = line.shift()
    holder?.begin()
  }

  function openTab() {
    const tab = { isFrozen: false, missed: [] as (() => void)[] }

    const locks: Locks = {
      request: (_, { signal, steal }, held) =>
        new Promise((resolve, reject) => {
          const own: Waiting = {
            tab,
            refuse: reject,
            begin: () =>
              queueMicrotask(() =>
                held().then(() => {
                  if (holder === own) next()
                  resolve(undefined)
                }),
              ),
          }
          signal?.addEventListener('abort', () => {
            line = line.filter(waiting => waiting !== own)
            reject(signal.reason)
          })
          if (steal) {
            holder?.refuse(new DOMException('stolen', 'AbortError'))
            line.unshift(own)
            next()
          } else {
            line.push(own)
            if (holder === undefined) next()
          }
        }),
    }

    class PretendedChannel implements Channel {
      onmessage: Channel['onmessage'] = null
      #isClosed = false
      constructor(_name: string) {
        channels.add({ channel: this, tab })
      }
      postMessage(data: unknown) {
        if (this.#isClosed) throw new DOMException('closed', 'InvalidStateError')
        if (tab.isFrozen) return
        for (const { channel, tab: other } of channels) {
          if (other === tab) continue
          const copy: unknown = structuredClone(data)
          const deliver = () =>
            channel.onmessage?.call(new BroadcastChannel(''), new MessageEvent('message', { data: copy }))
          if (other.isFrozen) other.missed.push(deliver)
          else queueMicrotask(deliver)
        }
      }
      close() {
        this.#isClosed = true
        for (const open of channels) if (open.channel === this) channels.delete(open)
      }
    }

    const services: TabServices = { locks, BroadcastChannel: PretendedChannel }
    return {
      services,
      /** Closes the tab without a word, as a crash does. */
      crash() {
        for (const open of channels) if (open.tab === tab) channels.delete(open)
        line = line.filter(waiting => waiting.tab !== tab)
        if (holder?.tab === tab) next()
      },
      freeze() {
        tab.isFrozen = true
      },
      thaw() {
        tab.isFrozen = false
        for (const deliver of tab.missed.splice(0)) deliver()
      },
    }
  }

  return { openTab }
}
