import { Check, CircleDashed, CircleX, type IconNode, LoaderCircle, TriangleAlert } from 'lucide'
import { useStore } from 'zustand'
import { useRentalName, useReply, useTokenBeside } from '../../board/use-rental.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { DownloadState } from './download.ts'
import type { QueuedFile } from './download-queue.ts'
import { formatEnd, formatProgress, formatSize } from './format-download.ts'
import { isCountRight } from './received-file.ts'
import { downloadWords } from './words.ts'

const looks: Record<DownloadState['phase'], { icon: IconNode; className: string }> = {
  asking: { icon: CircleDashed, className: 'text-muted' },
  receiving: { icon: LoaderCircle, className: '' },
  received: { icon: Check, className: 'text-ready' },
  failed: { icon: CircleX, className: 'text-failed' },
  cancelled: { icon: CircleX, className: 'text-failed' },
  busy: { icon: TriangleAlert, className: 'text-generating' },
}

/** One file of the queue: which, how far it is, what became of it. */
export function QueueLine({ file: { token, download } }: { file: QueuedFile }) {
  const nameOf = useRentalName()
  const beside = useTokenBeside(token)
  const state = useStore(download.state)
  const { icon, className } = looks[state.phase]
  return (
    <li className="flex items-start gap-3 border-line px-3 py-2.5 not-first:border-t">
      <span className={`mt-0.5 shrink-0 ${className}`}>
        <Icon of={icon} className="size-4.5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{nameOf(token)}</span>
          {beside && <span className="font-mono text-muted text-xs">{beside}</span>}
        </p>
        <LineState token={token} state={state} />
      </div>
      {state.phase === 'received' && <SaveAgain file={{ token, download }} />}
    </li>
  )
}

function LineState({ token, state }: { token: string; state: DownloadState }) {
  const text = useI18n()
  const w = useWords(downloadWords)
  const { t, f, language } = text
  const rental = useReply(token)?.rental
  if (state.phase === 'asking') {
    if (state.earlier !== undefined)
      return <p className="text-generating text-sm">{w.queue.earlier(f.moment(state.earlier.at))}</p>
    const announced = rental?.phoneNumbers
    return announced === undefined ? null : <p className="text-muted text-sm">{w.announced(announced)}</p>
  }
  if (state.phase === 'receiving') return <p className="text-muted text-sm">{formatProgress(state, text)}</p>
  if (state.phase === 'received') {
    const { size, numbers } = state.facts
    const isRight = isCountRight(numbers, rental)
    return (
      <>
        <p className="text-muted text-sm">
          {[formatSize(size, language), numbers !== undefined && t.file.numbers(numbers)]
            .filter(Boolean)
            .join(', ')}
        </p>
        {isRight !== undefined && (
          <p className={`text-sm ${isRight ? 'text-muted' : 'text-generating'}`}>
            {isRight ? w.agree : w.differs}
          </p>
        )}
      </>
    )
  }
  const { title, reason, advice } = formatEnd(state, text)
  return (
    <div className="grid gap-1 text-sm">
      <p className="text-failed">{title}</p>
      {reason !== undefined && <p>{reason}</p>}
      {advice !== undefined && <p>{advice}</p>}
      {state.phase !== 'busy' && <p className="select-all font-mono text-muted text-xs">{token}</p>}
    </div>
  )
}

function SaveAgain({ file: { token, download } }: { file: QueuedFile }) {
  const w = useWords(downloadWords)
  const nameOf = useRentalName()
  const called = [nameOf(token), useTokenBeside(token)].filter(Boolean).join(', ')
  const state = useStore(download.state)
  if (state.phase !== 'received') return null
  const { forms } = state.facts
  return (
    <div className="grid shrink-0 gap-1.5">
      {forms.map(({ form }) => {
        const words = state.saved.includes(form) ? w.saveAgain : w.save[form]
        return (
          <Button
            key={form}
            words={words}
            aria-label={w.queue.saveOne(words, called)}
            onClick={() => download.save(form)}
          />
        )
      })}
    </div>
  )
}
