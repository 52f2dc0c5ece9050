import { Download } from 'lucide'
import type { DownloadAttempt } from '../../download/download-attempts.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'
import { Icon } from '../icon.tsx'
import { useRentalName } from '../notice/use-rental-name.ts'
import { useReply } from '../use-reply.ts'

type ConfirmStepProps = {
  token: string
  earlier: DownloadAttempt | undefined
  onStart: () => void
  onClose: () => void
}

/** Before anything is asked for: what will happen, and what an earlier attempt may have used up. */
export function ConfirmStep({ token, earlier, onStart, onClose }: ConfirmStepProps) {
  const { t, f } = useI18n()
  const { isDemo } = useBoard()
  const nameOf = useRentalName()
  const phoneNumbers = useReply(token)?.rental.phoneNumbers
  return (
    <div className="grid gap-3">
      <p>
        <strong className="font-semibold">{nameOf(token)}</strong>
        {phoneNumbers !== undefined && (
          <span className="ml-2 text-muted">{t.download.announced(phoneNumbers)}</span>
        )}
      </p>
      {isDemo && <p className="text-muted">{t.download.simulated}</p>}
      <p>{t.download.once}</p>
      <p>{t.download.personal}</p>
      {earlier !== undefined && (
        <p role="alert" className="rounded-md bg-generating-tint px-3 py-2 text-generating">
          {t.download.earlier[earlier.state](f.moment(earlier.at))}
        </p>
      )}
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        <button type="button" className="button" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="button" className="button button-ready" onClick={onStart}>
          <Icon of={Download} className="size-4" />
          {earlier === undefined ? t.download.start : t.download.startAnyway}
        </button>
      </div>
    </div>
  )
}
