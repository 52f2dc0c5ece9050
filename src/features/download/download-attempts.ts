import * as z from 'zod/mini'
import { momentSchema } from '../../api/rental.ts'
import { attempt } from '../../lib/attempt.ts'
import { DOWNLOAD_PREFIX, DOWNLOAD_VERSION, entryKey, entryToken } from '../../storage.ts'

/** How long a file that arrived is not offered again: its rental's status takes a while to follow. */
const ATTEMPT_KEPT_MS = 600_000

/** Of one that a later version left it is known that the file may have been fetched. */
const DownloadAttempt = z.object({
  v: z.number().check(z.gte(DOWNLOAD_VERSION)),
  at: momentSchema,
  /** A draw (0 to 1) that tells this attempt from others: its time moves with a clock that is set back. */
  id: z.catch(z.optional(z.number()), undefined),
  state: z.catch(z.enum(['running', 'unsure', 'done']), 'unsure'),
})

/** `at` in milliseconds since 1970. Holds nothing of the file itself. */
export type DownloadAttempt = z.infer<typeof DownloadAttempt>

/**
 * `running` until it ends, and for ever when its page went away; `unsure` when the provider may count it as fetched
 * although it did not arrive; `done` when it arrived.
 */
export type AttemptState = DownloadAttempt['state']

/** One from a backup or an earlier version has no `id`, and its time tells which it is. */
export function isSameAttempt(a: DownloadAttempt | undefined, b: DownloadAttempt | undefined): boolean {
  return (a?.id ?? a?.at) === (b?.id ?? b?.at)
}

export type DownloadAttempts = ReturnType<typeof createDownloadAttempts>

/** The storage may be missing, blocked or full. */
export function createDownloadAttempts(storage: Storage | undefined, now: () => number) {
  return {
    get(token: string): DownloadAttempt | undefined {
      const marker = read(storage, token)
      return marker?.state === 'done' && Math.abs(now() - marker.at) > ATTEMPT_KEPT_MS ? undefined : marker
    },
    /** Undefined when the browser stores none. */
    put(token: string, state: AttemptState): DownloadAttempt | undefined {
      const marker: DownloadAttempt = { v: DOWNLOAD_VERSION, at: now(), id: Math.random(), state }
      const isKept = attempt(() => {
        storage?.setItem(entryKey(DOWNLOAD_PREFIX, token), JSON.stringify(marker))
        return storage !== undefined
      })
      return isKept ? marker : undefined
    },
    clear(token: string) {
      attempt(() => storage?.removeItem(entryKey(DOWNLOAD_PREFIX, token)))
    },
    /** The listener is called on every change of other tabs. */
    subscribe(listener: () => void) {
      const hear = ({ key }: StorageEvent) => {
        if (key === null || entryToken(DOWNLOAD_PREFIX, key) !== undefined) listener()
      }
      window.addEventListener('storage', hear)
      return () => window.removeEventListener('storage', hear)
    },
  }
}

function read(storage: Storage | undefined, token: string): DownloadAttempt | undefined {
  return attempt(() =>
    DownloadAttempt.parse(JSON.parse(storage?.getItem(entryKey(DOWNLOAD_PREFIX, token)) ?? 'null')),
  )
}
