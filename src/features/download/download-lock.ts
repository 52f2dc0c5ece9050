import { DOWNLOAD_LOCK_PREFIX } from '../../storage.ts'
import {
  type AttemptState,
  type DownloadAttempt,
  type DownloadAttempts,
  isSameAttempt,
} from './download-attempts.ts'

/** Without locks: the wait for another tab that writes its marker at the same moment. */
const SETTLE_MS = 150

/** `end` says what became of the attempt; `clear` when the file was not asked for. */
export type DownloadLock = { readonly end: (state: AttemptState | 'clear') => void }

type LockRefused =
  | { readonly refused: 'busy' }
  | { readonly refused: 'marked'; readonly marker: DownloadAttempt }

type Claimed = DownloadLock | LockRefused

export type DownloadLockOptions = {
  locks: LockManager | undefined
  markers: DownloadAttempts
  /** The marker that the user was warned of and overrides. */
  acknowledged?: DownloadAttempt | undefined
}

/** Files that this page is asking for: two presses of a button share one tab. */
const underWay = new Set<string>()

/**
 * The provider gives a file once only, so one tab alone may ask for it: by the browser's locks where it has them, else
 * by the marker. A marker left from before refuses as well, as the file may be used up, unless the user overrides it.
 */
export async function acquireDownloadLock(token: string, options: DownloadLockOptions): Promise<Claimed> {
  if (underWay.has(token)) return { refused: 'busy' }
  underWay.add(token)
  const claimed = await (options.locks === undefined
    ? claimByMarker(token, options)
    : claimByLock(options.locks, token, options))
  if ('refused' in claimed) underWay.delete(token)
  return claimed
}

/** True while another page holds the rental's lock; false where the browser has no locks, or refuses them. */
export async function isFetchedElsewhere(token: string, locks: LockManager | undefined): Promise<boolean> {
  try {
    const { held = [] } = (await locks?.query()) ?? {}
    return held.some(({ name }) => name === lockName(token))
  } catch {
    return false
  }
}

function claimByLock(locks: LockManager, token: string, options: DownloadLockOptions): Promise<Claimed> {
  return new Promise(resolve => {
    const claim = (lock: Lock | null) => {
      if (lock === null) return resolve({ refused: 'busy' })
      const left = unacknowledged(token, options)
      if (left !== undefined) return resolve({ refused: 'marked', marker: left })
      options.markers.put(token, 'running')
      return new Promise<void>(release => resolve(claimFor(token, options, release)))
    }
    const ask = async () => locks.request(lockName(token), { ifAvailable: true }, claim)
    // A browser that refuses its locks, for a page without a proper origin, has the marker.
    ask().catch(() => claimByMarker(token, options).then(resolve))
  })
}

async function claimByMarker(token: string, options: DownloadLockOptions): Promise<Claimed> {
  const left = unacknowledged(token, options)
  if (left !== undefined) return { refused: 'marked', marker: left }
  const own = options.markers.put(token, 'running')
  await new Promise(resolve => setTimeout(resolve, SETTLE_MS))
  // The last writer wins.
  if (own !== undefined && !isSameAttempt(options.markers.get(token), own)) return { refused: 'busy' }
  return claimFor(token, options, () => undefined)
}

/** A marker other than the one that the user overrides. */
function unacknowledged(
  token: string,
  { markers, acknowledged }: DownloadLockOptions,
): DownloadAttempt | undefined {
  const marker = markers.get(token)
  return isSameAttempt(marker, acknowledged) ? undefined : marker
}

function claimFor(token: string, { markers }: DownloadLockOptions, release: () => void): DownloadLock {
  return {
    end(state) {
      if (state === 'clear') markers.clear(token)
      else markers.put(token, state)
      underWay.delete(token)
      release()
    },
  }
}

function lockName(token: string): string {
  return DOWNLOAD_LOCK_PREFIX + token
}
