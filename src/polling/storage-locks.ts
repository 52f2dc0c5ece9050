import * as z from 'zod/mini'
import { attempt } from '../lib/attempt.ts'
import { LEASE_PREFIX } from '../storage.ts'
import type { Locks } from './leader.ts'

/** How often (ms) a lease is renewed, and looked at by those who want it. */
const RENEW_MS = 1_000
/** How long (ms) a lease lasts without that: a tab that crashed is missed soon, and a hidden one has a timer a minute. */
const LEASE_MS = 4_000
const HIDDEN_LEASE_MS = 90_000
/** Of two tabs that take a free lease at once, the later one's write stands after this time (ms). */
const SETTLE_MS = 100

const leaseSchema = z.object({ holder: z.number(), until: z.number() })

/**
 * Web Locks for pages without https, where browsers offer none: a lease in the storage that all tabs share.
 * @param isHidden whether this tab is not on screen
 */
export function createStorageLocks(storage: Storage, isHidden: () => boolean): Locks {
  return {
    request(name, { signal, steal }, held) {
      const key = LEASE_PREFIX + name
      const self = Math.random()
      let isHeld = false
      let timer: ReturnType<typeof setTimeout> | undefined

      /** Who has the lease; undefined once it has run out. */
      function holder(): number | undefined {
        const lease = attempt(() => leaseSchema.parse(JSON.parse(storage.getItem(key) ?? '')))
        const left = lease ? lease.until - Date.now() : 0
        return left > 0 && left <= HIDDEN_LEASE_MS ? lease?.holder : undefined
      }

      function write() {
        const until = Date.now() + (isHidden() ? HIDDEN_LEASE_MS : LEASE_MS)
        storage.setItem(key, JSON.stringify({ holder: self, until }))
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
