import type { I18n } from '../i18n/i18n.ts'
import { type RentalState, states } from '../rentals/status.ts'
import type { Since } from '../rentals/summary.ts'
import type { TimelineStep } from '../rentals/timeline.ts'

const HALF_DAY_MS = 43_200_000

/** «depuis 6 min», «il y a 1 h», «hier, 17:04». Times are milliseconds since 1970. */
export function formatSince(
  state: RentalState,
  { since, exact }: Since,
  now: number,
  { t, f }: I18n,
): string {
  const age = Math.max(0, now - since)
  // A finished state is an event, where the others last.
  if (states[state].checkMs === undefined) return formatRelativeTime(since, now, { t, f })
  if (age < 5_000 && !exact) return t.since.now
  return exact ? t.since.since(f.duration(age)) : t.since.atLeast(f.duration(age))
}

/** «à l’instant», «il y a 12 min», «hier, 17:04», «12 nov.». */
export function formatRelativeTime(at: number, now: number, { t, f }: Pick<I18n, 't' | 'f'>): string {
  const age = Math.max(0, now - at)
  if (age < 5_000) return t.since.now
  if (age < HALF_DAY_MS) return t.since.ago(f.duration(age))
  if (dayOf(at) === dayOf(now)) return f.time(at)
  return dayOf(at) === dayOf(now) - 1 ? t.since.yesterday(f.time(at)) : f.day(at)
}

/** Local days since 1970. */
function dayOf(at: number): number {
  const date = new Date(at)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}

/** «14:02» of today, «12 nov., 14:02» of another day. Times are milliseconds since 1970. */
export function formatMoment(at: number, now: number, { f }: Pick<I18n, 'f'>): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return isToday ? f.time(at) : `${f.day(at)}, ${f.time(at)}`
}

/** «6 min», «41 min jusqu’ici», «au moins 5 min», «vue une fois». */
export function formatLasted(step: TimelineStep, isLast: boolean, { t, f }: I18n): string {
  const lasted = f.duration(step.lasted)
  if (!step.ended && step.lasted === 0) return t.detail.seenOnce
  if (!step.exact || (!step.ended && !isLast)) return t.detail.atLeast(lasted)
  return step.ended ? lasted : t.detail.soFar(lasted)
}
