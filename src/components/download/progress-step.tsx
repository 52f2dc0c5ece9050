import type { FileProgress } from '../../api/fetch-file.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { formatSize } from '../words/format-size.ts'

/** The file on its way: how much of it is here, and the way to stop it. */
export function ProgressStep({ received, total, onCancel }: FileProgress & { onCancel: () => void }) {
  const { t, language } = useI18n()
  const size = formatSize(received, language)
  const words =
    received === 0
      ? t.download.waiting
      : total === undefined
        ? t.download.received(size)
        : t.download.receivedOf(size, formatSize(total, language))
  return (
    <div className="grid gap-3">
      <progress
        aria-label={t.download.progress}
        value={received > 0 && total !== undefined ? received : undefined}
        max={total}
        className="progress"
      />
      <p className="text-muted">{words}</p>
      <p>{t.download.cancelHint}</p>
      <div className="mt-2 flex justify-end">
        <button type="button" className="button" onClick={onCancel}>
          {t.download.cancel}
        </button>
      </div>
    </div>
  )
}
