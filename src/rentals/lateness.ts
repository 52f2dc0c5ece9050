import type { History } from '../polling/history.ts'
import { type RentalStatus, states } from './status.ts'
import { timelineOf } from './timeline.ts'

/** So many rentals must have come through a status before it has a usual time. */
const MIN_FINISHED = 5

/** Late is what takes more than so many times the usual, and at least so much longer (ms). */
const LATE_FACTOR = 2
const MIN_DELAY_MS = 60_000

/** Milliseconds that rentals of this board usually spend in a status; absent where too few came through it. */
export type UsualTimes = ReadonlyMap<RentalStatus, number>

/** The median of the times that were watched to their end, one for each rental. */
export function usualTimes(histories: Iterable<History>): UsualTimes {
  const times = new Map<RentalStatus, number[]>()
  for (const history of histories) {
    for (const [status, lasted] of timesIn(history)) {
      times.set(status, [...(times.get(status) ?? []), lasted])
    }
  }
  const usual = [...times].filter(([, all]) => all.length >= MIN_FINISHED)
  return new Map(usual.map(([status, all]) => [status, medianOf(all)]))
}

/** The usual time (ms) of a rental's present status, where it has been seen in it for much longer than that. */
export function usualIfLate(history: History, usual: UsualTimes): number | undefined {
  const last = history.at(-1)
  const time = last && usual.get(last.status)
  if (last === undefined || time === undefined) return undefined
  const lasted = last.until - last.from
  return lasted > LATE_FACTOR * time && lasted - time >= MIN_DELAY_MS ? time : undefined
}

/**
 * The latest time in each status on the way. The first status seen counts from when it was seen, as what is compared
 * with it does; any other one must have begun in sight.
 */
function timesIn(history: History): ReadonlyMap<RentalStatus, number> {
  const watched = timelineOf(history).filter(
    ({ status, exact, ended }, index) =>
      states[status].group === 'underway' && ended && (exact || (index === 0 && status === 'requested')),
  )
  return new Map(watched.map(({ status, lasted }) => [status, lasted]))
}

function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  const [low = 0, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}
