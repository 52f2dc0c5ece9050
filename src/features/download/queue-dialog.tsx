import { Check, CircleDashed, CircleX, Download, type IconNode, LoaderCircle, TriangleAlert } from 'lucide'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import type { FileAccess } from '../../board/file-access.ts'
import { useRentalName, useReply, useTokenBeside } from '../../board/use-rental.ts'
import { useFetchedByOthers } from '../../board/use-team.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Modal } from '../../ui/modal.tsx'
import type { DownloadState } from './download.ts'
import { type DownloadQueue, isLeft, type QueuedFile } from './download-queue.ts'
import { formatEnd, formatProgress, formatSize } from './format-download.ts'
import { isCountRight } from './received-file.ts'
import { useDownloadQueue } from './use-download.ts'
import { useFocusOnChange } from './use-focus-on-change.ts'
import { downloadWords } from './words.ts'

type QueueDialogProps = { tokens: readonly string[]; files: FileAccess; onClose: () => void }

/** Asks once for the files of several rentals, fetches and saves one after the other, and reports on each. */
export function QueueDialog({ tokens, files, onClose }: QueueDialogProps) {
  const w = useWords(downloadWords)
  const { queue, isAtRisk } = useDownloadQueue(tokens, files)
  const phase = useStore(queue.state, state => state.phase)
  const isRunning = phase === 'running' || phase === 'stopping'
  const part = useFocusOnChange(isRunning ? 'running' : phase)
  return (
    <Modal title={w.queue.title} onClose={onClose} locked={isAtRisk}>
      <div ref={part} tabIndex={-1} className="grid gap-3 outline-none">
        {phase === 'asking' && <Introduction queue={queue} unready={tokens.length - queue.files.length} />}
        {isRunning && <Progress queue={queue} />}
        {phase === 'resting' && <Outcome queue={queue} />}
        {queue.files.length > 0 && (
          <ul className="max-h-[45vh] overflow-y-auto rounded-md border border-line">
            {queue.files.map(file => (
              <QueueLine key={file.token} file={file} />
            ))}
          </ul>
        )}
        <Actions queue={queue} onClose={onClose} />
      </div>
    </Modal>
  )
}

function Introduction({ queue, unready }: { queue: DownloadQueue; unready: number }) {
  const w = useWords(downloadWords)
  const { isDemo } = useBoard()
  const left = countOf(queue, isLeft)
  const fetched = useFetchedByOthers(queue.files.map(({ token }) => token))
  return (
    <>
      {isDemo && <p className="text-muted">{w.simulated}</p>}
      {left === 0 ? (
        <p>{w.queue.nothing}</p>
      ) : (
        <>
          <p>{w.queue.once}</p>
          <p>{w.queue.personal}</p>
          {left > 1 && <p>{w.queue.permission}</p>}
          {fetched > 0 && (
            <p role="alert" className="notice">
              {w.queue.fetchedByOthers(fetched)}
            </p>
          )}
        </>
      )}
      {unready > 0 && <p className="text-muted">{w.queue.unready(unready)}</p>}
    </>
  )
}

function Progress({ queue: { files, state } }: { queue: DownloadQueue }) {
  const w = useWords(downloadWords)
  const { phase, current } = useStore(state)
  return (
    <>
      <progress aria-label={w.progress} value={current} max={files.length} className="progress" />
      <p role="status" className="font-semibold">
        {w.queue.fetching(current + 1, files.length)}
      </p>
      <p>{phase === 'stopping' ? w.queue.stopping : w.queue.keepOpen}</p>
    </>
  )
}

function Outcome({ queue }: { queue: DownloadQueue }) {
  const w = useWords(downloadWords)
  const saved = countOf(queue, state => state.phase === 'received')
  const failed = countOf(queue, state => state.phase === 'failed' || state.phase === 'busy')
  const left = countOf(queue, isLeft)
  return (
    <>
      <p className="flex flex-wrap gap-x-3 font-semibold">
        {saved > 0 && <span>{w.queue.saved(saved)}</span>}
        {failed > 0 && <span className="text-failed">{w.queue.failed(failed)}</span>}
        {left > 0 && <span>{w.queue.left(left)}</span>}
      </p>
      {saved > 0 && <p>{w.queue.keptUntilClosed}</p>}
    </>
  )
}

function Actions({ queue, onClose }: { queue: DownloadQueue; onClose: () => void }) {
  const { t, w } = useI18n(downloadWords)
  const phase = useStore(queue.state, state => state.phase)
  const left = countOf(queue, isLeft)
  if (phase === 'running' || phase === 'stopping') {
    return (
      <div className="mt-2 flex justify-end">
        <Button words={w.queue.stop} disabled={phase === 'stopping'} onClick={queue.stop} />
      </div>
    )
  }
  const isAsking = phase === 'asking'
  return (
    <div className="mt-2 flex flex-wrap justify-end gap-2">
      <Button
        words={isAsking && left > 0 ? t.cancel : t.close}
        className={isAsking ? '' : 'button-main'}
        onClick={onClose}
      />
      {left > 0 && (
        <Button
          icon={Download}
          words={isAsking ? w.queue.start(left) : w.queue.goOn(left)}
          className={isAsking ? 'button-ready' : ''}
          onClick={queue.start}
        />
      )}
    </div>
  )
}

function countOf({ files }: DownloadQueue, matches: (state: DownloadState) => boolean): number {
  return files.filter(({ download }) => matches(download.state.getState())).length
}

const looks: Record<DownloadState['phase'], { icon: IconNode; className: string }> = {
  asking: { icon: CircleDashed, className: 'text-muted' },
  receiving: { icon: LoaderCircle, className: '' },
  received: { icon: Check, className: 'text-ready' },
  failed: { icon: CircleX, className: 'text-failed' },
  cancelled: { icon: CircleX, className: 'text-failed' },
  busy: { icon: TriangleAlert, className: 'text-generating' },
}

/** One file of the queue: which, how far it is, what became of it. */
function QueueLine({ file: { token, download } }: { file: QueuedFile }) {
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
  const text = useI18n(downloadWords)
  const { t, f, language, w } = text
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
