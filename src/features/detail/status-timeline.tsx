import { useNow } from '../../board/use-now.ts'
import { useHistory } from '../../board/use-rental.ts'
import { formatMoment } from '../../format/format-time.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { knownStatuses, pathTo, states } from '../../rentals/status.ts'
import type { Summary } from '../../rentals/summary.ts'
import { type TimelineStep, timelineOf } from '../../rentals/timeline.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'

const successPath = pathTo('downloaded')

export function StatusTimeline({ token, summary }: { token: string; summary: Summary }) {
  const { t } = useI18n()
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
    <ol className="mt-4 flex" aria-label={t.detail.steps}>
      {path.map((status, index) => (
        <StepMark
          key={status}
          label={t.states[status]}
          isReached={index <= reached}
          isCurrent={index === reached}
          hasFailed={states[status].news === 'bad'}
          leadsOn={index < reached}
          step={steps.findLast(step => step.status === status)}
        />
      ))}
    </ol>
  )
}

type StepMarkProps = {
  label: string
  isReached: boolean
  isCurrent: boolean
  hasFailed: boolean
  /** The next step was reached too. */
  leadsOn: boolean
  step: TimelineStep | undefined
}

function StepMark({ label, isReached, isCurrent, hasFailed, leadsOn, step }: StepMarkProps) {
  const text = useI18n()
  const { t, f } = text
  const dot = hasFailed ? 'bg-failed-dot' : isReached ? 'bg-ready-dot' : 'bg-line'
  const moment = useNow(now => (step === undefined ? '' : formatMoment(step.from, now, text)))
  const lasted = step?.ended ? `, ${f.duration(step.lasted)}` : ''
  const time = step && (step.exact ? moment + lasted : t.detail.before(moment))
  return (
    <li aria-current={isCurrent ? 'step' : undefined} className="min-w-0 flex-1 pr-2 last:flex-none">
      <span className="mb-2 flex items-center" aria-hidden="true">
        <span className={`size-2.5 shrink-0 rounded-full ${dot}`} />
        <span className={`-mr-2 h-0.5 flex-1 ${leadsOn ? 'bg-ready-dot' : ''}`} />
      </span>
      <span className={`block font-semibold text-xs ${isReached ? '' : 'text-muted'}`}>{label}</span>
      <span className="block text-muted text-xs">{time}</span>
    </li>
  )
}
