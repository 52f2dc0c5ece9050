/** Reads the board's time in milliseconds since 1970. */
export type Clock = () => number

/** Two clocks further apart than this (ms) have been set, or slept: drift and rounding stay far below. */
const MAX_DIVERGENCE_MS = 1_000

/**
 * A clock that never runs backwards and counts sleep: it advances by the larger of what the wall clock and the
 * monotonic clock say. A wall clock set back a day leaves ages right, and a monotonic clock that stood still
 * while the machine slept is corrected by the wall clock.
 */
export function createClock(wall: () => number = Date.now, monotonic = () => performance.now()): Clock {
  let anchor = { time: wall(), wall: wall(), monotonic: monotonic() }
  let latest = anchor.time
  return () => {
    const read = { wall: wall(), monotonic: monotonic() }
    const byWall = read.wall - anchor.wall
    const byMonotonic = read.monotonic - anchor.monotonic
    latest = Math.max(latest, anchor.time + Math.max(byWall, byMonotonic))
    if (Math.abs(byWall - byMonotonic) > MAX_DIVERGENCE_MS) anchor = { time: latest, ...read }
    return latest
  }
}

/** The one clock of the page. */
export const now: Clock = createClock()

/** The year 9999, milliseconds since 1970: later ones cannot be written as a date everywhere. */
const LATEST_MS = 253_370_764_800_000

/** True for milliseconds since 1970 that can be shown as a date and time. */
export function isMoment(value: number): boolean {
  return value >= 0 && value <= LATEST_MS
}
