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
export async function acquireDownloadLock(
  token: string,
  { locks, markers, acknowledged }: DownloadLockOptions,
): Promise<Claimed> {
  if (underWay.has(token)) return { refused: 'busy' }
  underWay.add(token)
  const claimed = await (locks ? claimByLock(locks) : claimByMarker())
  if ('refused' in claimed) underWay.delete(token)
  return claimed

  function claimByLock(locks: LockManager): Promise<Claimed> {
    return new Promise(resolve => {
      const claim = (lock: Lock | null) => {
        const refused = lock === null ? ({ refused: 'busy' } as const) : refusal()
        if (refused) return resolve(refused)
        markers.put(token, 'running')
        return new Promise<void>(release => resolve(lockWith(release)))
      }
      const ask = async () => locks.request(lockName(token), { ifAvailable: true }, claim)
      // A browser that refuses its locks, for a page without a proper origin, has the marker.
      ask().catch(() => claimByMarker().then(resolve))
    })
  }

  async function claimByMarker(): Promise<Claimed> {
    const refused = refusal()
    if (refused) return refused
    const own = markers.put(token, 'running')
    await new Promise(resolve => setTimeout(resolve, SETTLE_MS))
    // The last writer wins.
    if (own !== undefined && !isSameAttempt(markers.get(token), own)) return { refused: 'busy' }
    return lockWith(() => undefined)
  }

  /** By a marker other than the one that the user overrides. */
  function refusal(): LockRefused | undefined {
    const marker = markers.get(token)
    return marker && !isSameAttempt(marker, acknowledged) ? { refused: 'marked', marker } : undefined
  }

  function lockWith(release: () => void): DownloadLock {
    return {
      end(state) {
        if (state === 'clear') markers.clear(token)
        else markers.put(token, state)
        underWay.delete(token)
        release()
      },
    }
  }
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

function lockName(token: string): string {
  return DOWNLOAD_LOCK_PREFIX + token
}
