/** Milliseconds since 1970. */
export type Clock = () => number

/** Beyond this a clock was set or slept: drift and rounding stay far below. */
const MAX_DIVERGENCE_MS = 1_000

/**
 * Never runs backwards, and counts sleep: advances by the larger of what the wall and the monotonic clock say. A wall
 * clock set back leaves ages right; a monotonic clock that stood still during sleep is corrected by the wall clock.
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

export const now: Clock = createClock()

/** The year 9999: later dates cannot be written everywhere. */
const LATEST_MS = 253_370_764_800_000

/** True for milliseconds since 1970 that can be shown as a date and time. */
export function isMoment(value: number): boolean {
  return value >= 0 && value <= LATEST_MS
}
