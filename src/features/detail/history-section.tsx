import { Fragment } from 'react'
import { useNow } from '../../board/use-now.ts'
import { useHistory } from '../../board/use-rental.ts'
import { formatBefore, formatMoment } from '../../format/format-time.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { states } from '../../rentals/status.ts'
import { isShortened, type TimelineStep, timelineOf } from '../../rentals/timeline.ts'
import { FoldedSection } from '../../ui/section.tsx'
import { formatLasted } from './format-lasted.ts'
import { detailWords } from './words.ts'

export function HistorySection({ token }: { token: string }) {
  const { t, f } = useI18n()
  const w = useWords(detailWords)
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

function Gap({ words }: { words: string }) {
  return (
    <tr>
      <td colSpan={3} className="border-strong-line border-t border-dashed py-1.5 text-muted text-sm italic">
        {words}
      </td>
    </tr>
  )
}
