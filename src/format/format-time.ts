import type { I18n } from '../i18n/i18n.ts'
import { type RentalState, states } from '../rentals/status.ts'
import type { Since } from '../rentals/summary.ts'

const HALF_DAY_MS = 43_200_000

/** «depuis 6 min», «il y a 1 h», «hier, 17:04», «avant 16:35». Times are milliseconds since 1970. */
export function formatSince(state: RentalState, { since, exact }: Since, now: number, text: I18n): string {
  if (!exact) return formatBefore(since, now, text)
  // A finished state is an event, where the others last.
  if (isFinal(state)) return formatRelativeTime(since, now, text)
  return text.t.since.since(text.f.duration(Math.max(0, now - since)))
}

/** «avant 16:35», «avant le 12 nov., 14:02»: of what was so already when it was first seen. */
export function formatBefore(seenAt: number, now: number, text: Pick<I18n, 't' | 'f'>): string {
  const { before, beforeDay } = text.t.since
  return (isSameDay(seenAt, now) ? before : beforeDay)(formatMoment(seenAt, now, text))
}

/** Checked no more by itself: nobody looks how long it lasts. */
export function isFinal(state: RentalState): boolean {
  return states[state].checkMs === undefined
}

/** «à l’instant», «il y a 12 min», «hier, 17:04», «12 nov.». */
export function formatRelativeTime(at: number, now: number, { t, f }: Pick<I18n, 't' | 'f'>): string {
  const age = Math.max(0, now - at)
  if (age < 5_000) return t.since.now
  if (age < HALF_DAY_MS) return t.since.ago(f.duration(age))
  if (isSameDay(at, now)) return f.time(at)
  return dayOf(at) === dayOf(now) - 1 ? t.since.yesterday(f.time(at)) : f.day(at)
}

/** Local days since 1970. */
function dayOf(at: number): number {
  const date = new Date(at)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}

function isSameDay(at: number, now: number): boolean {
  return dayOf(at) === dayOf(now)
}

/** «14:02» of today, «12 nov., 14:02» of another day. Times are milliseconds since 1970. */
export function formatMoment(at: number, now: number, { f }: Pick<I18n, 'f'>): string {
  return isSameDay(at, now) ? f.time(at) : `${f.day(at)}, ${f.time(at)}`
}

/** «14:02» of today, «hier, 14:02», «12 nov., 14:02». Times are milliseconds since 1970. */
export function formatDayTime(at: number, now: number, text: Pick<I18n, 't' | 'f'>): string {
  return dayOf(at) === dayOf(now) - 1 ? text.t.since.yesterday(text.f.time(at)) : formatMoment(at, now, text)
}
