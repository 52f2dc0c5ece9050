import type { I18n } from '../../i18n/i18n.ts'
import type { TimelineStep } from '../../polling/history.ts'

/** When something was: «14:02» of today, «12 nov., 14:02» of another day. Times are milliseconds since 1970. */
export function formatMoment(at: number, now: number, { f }: Pick<I18n, 'f'>): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return isToday ? f.time(at) : `${f.day(at)}, ${f.time(at)}`
}

/** The time spent in a step as far as it was seen: «6 min», «41 min jusqu’ici», «au moins 5 min», «vue une fois». */
export function formatLasted(step: TimelineStep, isLast: boolean, { t, f }: I18n): string {
  const lasted = f.duration(step.lasted)
  if (!step.ended && step.lasted === 0) return t.detail.oncePersisted
  if (!step.exact || (!step.ended && !isLast)) return t.detail.atLeast(lasted)
  return step.ended ? lasted : t.detail.soFar(lasted)
}
