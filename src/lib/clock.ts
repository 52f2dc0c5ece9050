/** Milliseconds since 1970. */
export type Clock = () => number

/** Beyond this a clock was set or slept: drift and rounding stay far below. */
const MAX_DIVERGENCE_MS = 1_000

/** A clock that is set back by as much as it jumped forward, but for this, undoes that jump. */
const SAME_JUMP_MS = 5_000

/**
 * Never runs backwards by itself, and counts sleep: advances by the larger of what the wall and the monotonic clock say.
 * A wall clock set back leaves ages right; a monotonic clock that stood still during sleep is corrected by the wall clock.
 */
export function createClock(wall = () => Date.now(), monotonic = () => performance.now()) {
  let anchor = { time: wall(), wall: wall(), monotonic: monotonic() }
  let latest = anchor.time
  let openedAt = latest
  /** When (ms, on this clock) the wall clock jumped forward, and by how much: it was set, or the page slept. */
  let jumps: { to: number; by: number }[] = []

  function clock(): number {
    const read = { wall: wall(), monotonic: monotonic() }
    const byWall = read.wall - anchor.wall
    const byMonotonic = read.monotonic - anchor.monotonic
    latest = Math.max(latest, anchor.time + Math.max(byWall, byMonotonic))
    if (Math.abs(byWall - byMonotonic) > MAX_DIVERGENCE_MS) anchor = { time: latest, ...read }
    if (byWall - byMonotonic > MAX_DIVERGENCE_MS) jumps.push({ to: latest, by: byWall - byMonotonic })
    return latest
  }

  /**
   * Follows a wall clock that was set back. Returns what puts times right that were recorded while it was ahead: since
   * it jumped forward by as much, or else since the page opened; undefined when it was not set back.
   */
  function correct(): ((at: number) => number) | undefined {
    const ahead = clock() - wall()
    if (ahead < MAX_DIVERGENCE_MS) return undefined
    const since = jumps.findLast(({ by }) => Math.abs(by - ahead) < SAME_JUMP_MS)?.to ?? openedAt
    jumps = []
    openedAt = Math.min(openedAt, since - ahead)
    const present = wall()
    anchor = { time: present, wall: present, monotonic: monotonic() }
    latest = present
    return at => (at >= since || at > present ? at - ahead : at)
  }

  return Object.assign(clock, { correct })
}

export const now = createClock()

/** The year 9999: later dates cannot be written everywhere. */
const LATEST_MS = 253_370_764_800_000

/** True for milliseconds since 1970 that can be shown as a date and time. */
export function isMoment(value: number): boolean {
  return value >= 0 && value <= LATEST_MS
}
