import { useNow } from '../../board/use-now.ts'
import { useHistory } from '../../board/use-rental.ts'
import { formatBefore, formatMoment } from '../../format/format-time.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { knownStatuses, pathTo, type RentalStatus, states } from '../../rentals/status.ts'
import type { Summary } from '../../rentals/summary.ts'
import { type TimelineStep, timelineOf } from '../../rentals/timeline.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { detailWords } from './words.ts'

const successPath = pathTo('downloaded')

export function StatusTimeline({ token, summary }: { token: string; summary: Summary }) {
  const w = useWords(detailWords)
  const steps = timelineOf(useHistory(token))
  const status = knownStatuses.find(known => known === summary.state)
  if (status === undefined) {
    return (
      <div className="mt-4">
        <StatusBadge state={summary.state} />
      </div>
    )
  }
  const path = successPath.includes(status) ? successPath : pathTo(status)
  const reached = path.indexOf(status)
  return (
    <ol className="mt-4 flex" aria-label={w.steps}>
      {path.map((status, index) => (
        <StepMark
          key={status}
          status={status}
          ahead={index - reached}
          step={steps.findLast(step => step.status === status)}
        />
      ))}
    </ol>
  )
}

type StepMarkProps = {
  status: RentalStatus
  /** Steps from the one where the rental stands; negative for what is behind it. */
  ahead: number
  step: TimelineStep | undefined
}

function StepMark({ status, ahead, step }: StepMarkProps) {
  const text = useI18n()
  const { t, f } = text
  const reachedDot = states[status].news === 'bad' ? 'bg-failed-dot' : 'bg-ready-dot'
  const lasted = step?.ended ? `, ${f.duration(step.lasted)}` : ''
  const time = useNow(now => {
    if (step === undefined) return ''
    return step.exact ? formatMoment(step.from, now, text) + lasted : formatBefore(step.from, now, text)
  })
  return (
    <li aria-current={ahead === 0 ? 'step' : undefined} className="min-w-0 flex-1 pr-2 last:flex-none">
      <span className="mb-2 flex items-center" aria-hidden="true">
        <span className={`dot ${ahead <= 0 ? reachedDot : 'bg-line'}`} />
        <span className={`-mr-2 h-0.5 flex-1 ${ahead < 0 ? 'bg-ready-dot' : ''}`} />
      </span>
      <span className={`block font-semibold text-xs ${ahead <= 0 ? '' : 'text-muted'}`}>
        {t.states[status]}
      </span>
      <span className="block text-muted text-xs">{time}</span>
    </li>
  )
}
