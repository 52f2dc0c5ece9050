const FIRST = 10_000
const LONGEST = 300_000
/** Full jitter may draw next to nothing; this floor keeps a failing server from being hammered. */
const SHORTEST = 5_000

const FIRST_RETRY = 60_000
const LONGEST_RETRY = 900_000

const SHORTEST_WAIT = 1_000
const LONGEST_WAIT = 900_000

/**
 * How long (ms) to wait after `failures` failed checks in a row: full jitter over 10 s doubling to 5 min.
 * @param luck the draw, 0 to 1, made once when the failure settled
 */
export function backOff(failures: number, luck: number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** (failures - 1))
  return Math.max(SHORTEST, luck * ceiling)
}

/** How long (ms) to wait after `refusals` refusals of the account in a row: 1 min doubling to 15 min. */
export function retryPause(refusals: number): number {
  return Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (refusals - 1))
}

/** The wait (ms) that a server asked for, within 1 s to 15 min whatever it named. */
export function waitAsked(retryAfterMs: number): number {
  return Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, retryAfterMs))
}
