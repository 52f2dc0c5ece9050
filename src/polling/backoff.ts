const FIRST_BACKOFF_MS = 10_000
const MAX_BACKOFF_MS = 300_000
/** Full jitter may draw next to nothing; this floor keeps a failing server from being hammered. */
const MIN_BACKOFF_MS = 5_000

const FIRST_RETRY_MS = 60_000
const MAX_RETRY_MS = 900_000

const MIN_RETRY_AFTER_MS = 1_000
const MAX_RETRY_AFTER_MS = 900_000

/**
 * How long (ms) to wait after `failures` failed checks in a row: full jitter over 10 s doubling to 5 min.
 * @param jitter the draw, 0 to 1, made once when the failure settled
 */
export function backOff(failures: number, jitter: number): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1))
  return Math.max(MIN_BACKOFF_MS, jitter * ceiling)
}

/** How long (ms) to wait after `refusals` refusals of the account in a row: 1 min doubling to 15 min. */
export function retryPause(refusals: number): number {
  return Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (refusals - 1))
}

/** The wait (ms) that a server asked for, within 1 s to 15 min whatever it named. */
export function clampRetryAfter(retryAfterMs: number): number {
  return Math.min(MAX_RETRY_AFTER_MS, Math.max(MIN_RETRY_AFTER_MS, retryAfterMs))
}
