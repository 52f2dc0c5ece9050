import { CircleX } from 'lucide'
import { ApiError, isAccountError } from '../../api/errors.ts'
import type { DownloadState } from '../../download/download.ts'
import { type I18n, useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../icon.tsx'
import { formatFileFailure } from '../words/format-file-failure.ts'

/** An end without a file. */
type End = Extract<DownloadState, { phase: 'busy' | 'cancelled' | 'failed' }>

/** No file: why, and what to do about it. */
export function ResultStep({ token, end, onClose }: { token: string; end: End; onClose: () => void }) {
  const text = useI18n()
  const { t } = text
  const { title, reason } = wordsOf(end, text)
  const advice = adviceOn(end, text)
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-2 font-semibold text-failed">
        <Icon of={CircleX} className="size-5 shrink-0" />
        {title}
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

/** What became of the file at the provider; nothing where its own error has said so. */
function adviceOn(end: End, { t }: I18n): string | undefined {
  if (end.phase === 'busy') return undefined
  if (end.phase === 'cancelled' || end.maybeTaken) return t.download.maybeTaken
  return end.error instanceof ApiError && !isAccountError(end.error) ? undefined : t.download.notTaken
}
