import { isFinal } from '../../format/format-time.ts'
import type { I18n } from '../../i18n/i18n.ts'
import type { TimelineStep } from '../../rentals/timeline.ts'
import { detailWords } from './words.ts'

/** «6 min», «41 min jusqu’ici», «au moins 5 min», «inconnue» of what a single look saw. */
export function formatLasted(step: TimelineStep, isLast: boolean, { f, language }: I18n): string {
  const w = detailWords[language]
  const lasted = f.duration(step.lasted)
  if (!step.ended && step.lasted === 0) return w.unknownDuration
  const isWatched = step.ended || (isLast && !isFinal(step.status))
  if (!step.exact || !isWatched) return w.atLeast(lasted)
  return step.ended ? lasted : w.soFar(lasted)
}
