import { attempt } from './attempt.ts'
import type { Locks } from './tabs.ts'

/** How often (ms) a lease is renewed, and looked at by those who want it. */
const RENEW_MS = 1_000
/** How long (ms) a lease lasts without that: a tab that crashed is missed soon, and a hidden one has a timer a minute. */
const LEASE_MS = 4_000
const HIDDEN_LEASE_MS = 90_000
/** Of two tabs that take a free lease at once, the later one's write stands after this time (ms). */
const SETTLE_MS = 100

/**
 * Web Locks for pages without https, where browsers offer none: a lease in the storage that all tabs share, of who has
 * it and until when.
 * @param prefix of the key of each lease
 * @param isHidden whether this tab is not on screen
 */
export function createStorageLocks(storage: Storage, prefix: string, isHidden: () => boolean): Locks {
  return {
    request(name, { signal, steal }, held) {
      const key = prefix + name
      const self = Math.random()
      let isHeld = false
      let timer: ReturnType<typeof setTimeout> | undefined

      /** Who has the lease; undefined once it has run out. */
      function holder(): number | undefined {
        const lease = attempt(() => storage.getItem(key)) ?? ''
        const [holder, until = 0] = lease.split(' ').map(Number)
        const left = until - Date.now()
        return left > 0 && left <= HIDDEN_LEASE_MS ? holder : undefined
      }

      function write() {
        storage.setItem(key, `${self} ${Date.now() + (isHidden() ? HIDDEN_LEASE_MS : LEASE_MS)}`)
      }

      function release() {
        clearTimeout(timer)
        if (holder() === self) attempt(() => storage.removeItem(key))
      }

      return new Promise((resolve, reject) => {
        /** Takes the lease, or what nobody has; holds what is still its own when it looks again; renews what it holds. */
        function look(takes: boolean) {
          const current = holder()
          const isTaking = takes || current === undefined
          if (isHeld && !isTaking && current !== self) {
            return reject(new DOMException('taken by another tab', 'AbortError'))
          }
          try {
            if (isTaking || current === self) write()
          } catch (error) {
            return reject(error)
          }
          timer = setTimeout(look, isTaking && !isHeld ? SETTLE_MS : RENEW_MS, false)
          if (isHeld || current !== self) return
          isHeld = true
          void held().then(release).then(resolve)
        }

        signal?.addEventListener('abort', () => {
          release()
          reject(signal.reason)
        })
        look(steal === true)
      })
    },
  }
}
