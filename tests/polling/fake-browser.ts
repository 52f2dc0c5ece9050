import type { Channel, Locks, TabServices } from '../../src/lib/tabs.ts'

type Waiting = { tab: object; begin: () => void; refuse: (reason: unknown) => void }

type Lock = { holder: Waiting | undefined; line: Waiting[] }

/** A browser with locks and channels by their names; its tabs can be closed without a word, or frozen. */
export function fakeBrowser() {
  const held = new Map<string, Lock>()
  const channels = new Set<{
    channel: Channel
    name: string
    tab: { isFrozen: boolean; missed: (() => void)[] }
  }>()

  function lockOf(name: string): Lock {
    const lock = held.get(name) ?? { holder: undefined, line: [] }
    held.set(name, lock)
    return lock
  }

  function next(lock: Lock) {
    lock.holder = lock.line.shift()
    lock.holder?.begin()
  }

  /** @param version of the page: another one cannot be understood */
  function openTab(version = '') {
    const tab = { isFrozen: false, missed: [] as (() => void)[] }

    const locks: Locks = {
      request: (name, { signal, steal }, held) =>
        new Promise((resolve, reject) => {
          const lock = lockOf(name)
          const own: Waiting = {
            tab,
            refuse: reject,
            begin: () =>
              queueMicrotask(() =>
                held().then(() => {
                  if (lock.holder === own) next(lock)
                  resolve(undefined)
                }),
              ),
          }
          signal?.addEventListener('abort', () => {
            lock.line = lock.line.filter(waiting => waiting !== own)
            reject(signal.reason)
          })
          if (steal) {
            lock.holder?.refuse(new DOMException('stolen', 'AbortError'))
            lock.line.unshift(own)
            next(lock)
          } else {
            lock.line.push(own)
            if (lock.holder === undefined) next(lock)
          }
        }),
    }

    class PretendedChannel implements Channel {
      onmessage: Channel['onmessage'] = null
      #isClosed = false
      #name: string
      constructor(name: string) {
        this.#name = name
        channels.add({ channel: this, name: this.#name, tab })
      }
      postMessage(data: unknown) {
        if (this.#isClosed) throw new DOMException('closed', 'InvalidStateError')
        if (tab.isFrozen) return
        for (const { channel, name, tab: other } of channels) {
          if (other === tab || name !== this.#name) continue
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

    const services: TabServices = { locks, BroadcastChannel: PretendedChannel, version }
    return {
      services,
      /** Closes the tab without a word, as a crash does. */
      crash() {
        for (const open of channels) if (open.tab === tab) channels.delete(open)
        for (const lock of held.values()) {
          lock.line = lock.line.filter(waiting => waiting.tab !== tab)
          if (lock.holder?.tab === tab) next(lock)
        }
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
