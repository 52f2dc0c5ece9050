import { Fragment } from 'react'
import { useNow } from '../../board/use-now.ts'
import { useHistory } from '../../board/use-rental.ts'
import { formatBefore, formatMoment, isFinal } from '../../format/format-time.ts'
import { type I18n, useI18n, useWords } from '../../i18n/i18n.ts'
import { knownStatuses, pathTo, type RentalStatus, states } from '../../rentals/status.ts'
import type { Summary } from '../../rentals/summary.ts'
import { isShortened, type TimelineStep, timelineOf } from '../../rentals/timeline.ts'
import { FoldedSection } from '../../ui/section.tsx'
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
    <li aria-current={ahead === 0 ? 'step' : undefined} className="flex-1 pr-2 last:flex-none">
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

export function HistorySection({ token }: { token: string }) {
  const { t, f, w } = useI18n(detailWords)
  const history = useHistory(token)
  const steps = timelineOf(history)
  if (steps.length === 0) return null
  return (
    <FoldedSection title={w.history(steps.length)}>
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-left text-muted text-sm">
            <th className="pb-1.5 font-medium">{t.list.columns.state}</th>
            <th className="pb-1.5 pl-3 font-medium">{w.began}</th>
            <th className="pb-1.5 pl-3 text-right font-medium">{w.timeSpent}</th>
          </tr>
        </thead>
        <tbody>
          {steps
            .map((step, index) => (
              <Fragment key={step.from}>
                {step.gapAfter !== undefined && (
                  <Gap
                    words={
                      index === 0 && isShortened(history) ? w.shortened : w.gap(f.duration(step.gapAfter))
                    }
                  />
                )}
                <StepLine step={step} isLast={index === steps.length - 1} />
              </Fragment>
            ))
            .reverse()}
        </tbody>
      </table>
    </FoldedSection>
  )
}

function StepLine({ step, isLast }: { step: TimelineStep; isLast: boolean }) {
  const text = useI18n()
  const { t } = text
  const began = useNow(now => (step.exact ? formatMoment : formatBefore)(step.from, now, text))
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="py-1.5 text-left font-normal">
        <span className="flex items-center gap-2">
          <span
            className={`dot ${states[step.status].dot ?? 'border border-strong-line'}`}
            aria-hidden="true"
          />
          <span>{t.states[step.status]}</span>
        </span>
      </th>
      <td className="py-1.5 pl-3">{began}</td>
      <td className="py-1.5 pl-3 text-right text-muted">{formatLasted(step, isLast, text)}</td>
    </tr>
  )
}

/** «6 min», «41 min jusqu’ici», «au moins 5 min», «inconnue» of what a single look saw, or looks within a second. */
export function formatLasted(step: TimelineStep, isLast: boolean, { f, language }: I18n): string {
  const w = detailWords[language]
  const lasted = f.duration(step.lasted)
  if (!step.ended && step.lasted < 1_000) return w.unknownDuration
  const isWatched = step.ended || (isLast && !isFinal(step.status))
  if (!step.exact || !isWatched) return w.atLeast(lasted)
  return step.ended ? lasted : w.soFar(lasted)
}

function Gap({ words }: { words: string }) {
  return (
    <tr>
      <td colSpan={3} className="border-strong-line border-t border-dashed py-1.5 text-muted text-sm italic">
        {words}
      </td>
    </tr>
  )
}
