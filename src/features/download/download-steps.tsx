import { Check, CircleX, Download } from 'lucide'
import { ApiError, DecodeError, isAccountError } from '../../api/errors.ts'
import type { FileProgress } from '../../api/fetch-file.ts'
import { IncompleteFileError } from '../../api/fetch-file.ts'
import { useBoard } from '../../board/board-context.ts'
import { useRentalName, useReply } from '../../board/use-rental.ts'
import { formatError } from '../../format/format-error.ts'
import { type I18n, useI18n, useWords } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/resolve-locale.ts'
import { Icon } from '../../ui/icon.tsx'
import { DescriptionItem, DescriptionList } from '../../ui/section.tsx'
import type { DownloadState } from './download.ts'
import type { DownloadAttempt } from './download-attempts.ts'
import type { FileFacts, FileForm } from './received-file.ts'
import { downloadWords } from './words.ts'

type ConfirmStepProps = {
  token: string
  earlier: DownloadAttempt | undefined
  onStart: () => void
  onClose: () => void
}

export function ConfirmStep({ token, earlier, onStart, onClose }: ConfirmStepProps) {
  const { t, f } = useI18n()
  const w = useWords(downloadWords)
  const { isDemo } = useBoard()
  const nameOf = useRentalName()
  const phoneNumbers = useReply(token)?.rental.phoneNumbers
  return (
    <div className="grid gap-3">
      <p>
        <strong className="font-semibold">{nameOf(token)}</strong>
        {phoneNumbers !== undefined && <span className="ml-2 text-muted">{w.announced(phoneNumbers)}</span>}
      </p>
      {isDemo && <p className="text-muted">{w.simulated}</p>}
      <p>{w.once}</p>
      <p>{w.personal}</p>
      {earlier !== undefined && (
        <p role="alert" className="rounded-md bg-generating-tint px-3 py-2 text-generating">
          {w.earlier[earlier.state](f.moment(earlier.at))}
        </p>
      )}
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        <button type="button" className="button" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="button" className="button button-ready" onClick={onStart}>
          <Icon of={Download} className="size-4" />
          <span>{earlier === undefined ? w.start : w.startAnyway}</span>
        </button>
      </div>
    </div>
  )
}

export function ProgressStep({ received, total, onCancel }: FileProgress & { onCancel: () => void }) {
  const { language } = useI18n()
  const w = useWords(downloadWords)
  const size = formatSize(received, language)
  const words =
    received === 0
      ? w.waiting
      : total === undefined
        ? w.received(size)
        : w.receivedOf(size, formatSize(total, language))
  return (
    <div className="grid gap-3">
      <progress
        aria-label={w.progress}
        value={received > 0 && total !== undefined ? received : undefined}
        max={total}
        className="progress"
      />
      <p className="text-muted">{words}</p>
      <p>{w.cancelHint}</p>
      <div className="mt-2 flex justify-end">
        <button type="button" className="button" onClick={onCancel}>
          {w.cancel}
        </button>
      </div>
    </div>
  )
}

type ReceivedStepProps = {
  token: string
  facts: FileFacts
  saved: readonly FileForm[]
  nameOf: (ending: string) => string
  onSave: (form: FileForm) => void
  onClose: () => void
}

export function ReceivedStep({ token, facts, saved, nameOf, onSave, onClose }: ReceivedStepProps) {
  const { t } = useI18n()
  const w = useWords(downloadWords)
  const isChoice = facts.forms.length > 1
  const isSaved = saved.length > 0
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-2 font-semibold">
        <Icon of={Check} className="size-5 shrink-0" />
        <span>{w.whole}</span>
      </p>
      {isChoice && !isSaved && <p>{w.choose}</p>}
      {facts.forms
        .filter(({ form }) => saved.includes(form))
        .map(({ form, ending }) => (
          <p key={form} role="status">
            {w.saved(nameOf(ending))}
          </p>
        ))}
      <FileCountList token={token} facts={facts} />
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        {!isSaved && (
          <button type="button" className="button mr-auto" onClick={onClose}>
            {w.giveUp}
          </button>
        )}
        {facts.forms.map(({ form }, index) => (
          <button
            key={form}
            type="button"
            className={`button ${index === 0 && !isSaved ? 'button-ready' : ''}`}
            onClick={() => onSave(form)}
          >
            {isChoice ? w.save[form] : w.saveAgain}
          </button>
        ))}
        {isSaved && (
          <button type="button" className="button button-main" onClick={onClose}>
            {t.close}
          </button>
        )}
      </div>
    </div>
  )
}

function FileCountList({ token, facts: { size, numbers } }: { token: string; facts: FileFacts }) {
  const { t, f, language } = useI18n()
  const w = useWords(downloadWords)
  const rental = useReply(token)?.rental
  const announced = rental?.phoneNumbers
  const paid = rental?.cost?.quantity
  const expected = [announced, paid].filter(count => count !== undefined)
  const differs = numbers !== undefined && expected.some(count => count !== numbers)
  const written = (count: number | undefined) => (count === undefined ? t.notGiven : f.number(count))
  return (
    <>
      <DescriptionList>
        <DescriptionItem name={w.size}>{formatSize(size, language)}</DescriptionItem>
        <DescriptionItem name={w.inFile}>
          {numbers === undefined ? w.uncounted : f.number(numbers)}
        </DescriptionItem>
        <DescriptionItem name={w.inStatus}>{written(announced)}</DescriptionItem>
        <DescriptionItem name={w.paid}>{written(paid)}</DescriptionItem>
      </DescriptionList>
      {differs && (
        <p role="alert" className="rounded-md bg-generating-tint px-3 py-2 text-generating">
          {w.differs}
        </p>
      )}
      {!differs && numbers !== undefined && expected.length > 0 && <p>{w.agree}</p>}
    </>
  )
}

type End = Extract<DownloadState, { phase: 'busy' | 'cancelled' | 'failed' }>

export function ResultStep({ token, end, onClose }: { token: string; end: End; onClose: () => void }) {
  const text = useI18n()
  const { t } = text
  const { title, reason } = wordsOf(end, text)
  const advice = adviceOn(end, text)
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-2 font-semibold text-failed">
        <Icon of={CircleX} className="size-5 shrink-0" />
        <span>{title}</span>
      </p>
      {reason !== undefined && <p>{reason}</p>}
      {advice !== undefined && <p>{advice}</p>}
      {end.phase !== 'busy' && <p className="select-all font-mono text-muted text-sm">{token}</p>}
      <div className="mt-2 flex justify-end">
        <button type="button" className="button button-main" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </div>
  )
}

function wordsOf(end: End, text: I18n): { title: string; reason?: string } {
  const { download } = text.t
  if (end.phase === 'busy') return { title: download.busyTitle, reason: download.busy }
  if (end.phase === 'cancelled') return { title: download.cancelled }
  return formatFileFailure(end.error, text)
}

/** Undefined where the provider's own error says what became of the file. */
function adviceOn(end: End, { language }: I18n): string | undefined {
  const w = downloadWords[language]
  if (end.phase === 'busy') return undefined
  if (end.phase === 'cancelled' || end.maybeTaken) return w.maybeTaken
  return end.error instanceof ApiError && !isAccountError(end.error) ? undefined : w.notTaken
}

export function formatFileFailure(error: unknown, text: I18n): { title: string; reason: string } {
  const { download } = text.t
  if (error instanceof IncompleteFileError)
    return { title: download.incomplete, reason: download.breaks[error.how] }
  if (error instanceof DecodeError && error.problem === 'truncated')
    return { title: download.incomplete, reason: download.truncated }
  return { title: download.none, reason: reasonOf(error, text) }
}

function reasonOf(error: unknown, text: I18n): string {
  const { download } = text.t
  if (error instanceof DecodeError && error.problem === 'html') return download.html
  if (error instanceof DecodeError && error.problem === 'empty') return download.empty
  if (isAccountError(error)) return `${formatError(error, text)} ${download.account}`
  const known = error instanceof ApiError ? wordsFor(error.code, download.codes) : undefined
  return known ?? formatError(error, text)
}

function wordsFor(code: number | undefined, codes: Readonly<Record<number, string>>): string | undefined {
  return code === undefined ? undefined : codes[code]
}

/** Bytes as people say them: 812 octets, 12 ko, 6,1 Mo. */
export function formatSize(bytes: number, language: Language): string {
  const [unit, size] =
    bytes < 1_000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1_000] as const)
        : (['megabyte', bytes / 1_000_000] as const)
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(size)
}
