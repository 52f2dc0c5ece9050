import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { useRentalName } from '../../board/use-rental.ts'
import { formatError } from '../../format/format-error.ts'
import { formatRelativeTime } from '../../format/format-time.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { DescriptionItem, DescriptionList } from '../../ui/section.tsx'

export function ActivityDialog({ onClose }: { onClose: () => void }) {
  const text = useI18n()
  const { t, f } = text
  const { poller } = useBoard()
  const status = useStore(poller.status)
  const { lastError, lastReplyAt, nextCheckAt } = status
  const lastReply = useNow(now =>
    lastReplyAt === undefined ? t.detail.never : formatRelativeTime(lastReplyAt, now, text),
  )
  const errorAge = useNow(now => (lastError === undefined ? '' : formatRelativeTime(lastError.at, now, text)))
  const next = useNow(now => {
    if (nextCheckAt === undefined) return t.activity.noNext
    return nextCheckAt <= now ? t.detail.nextNow : t.detail.nextIn(f.wait(nextCheckAt - now))
  })
  const nameOf = useRentalName()
  return (
    <Modal title={t.activity.title} onClose={onClose}>
      <p className="mb-4 text-muted">
        {status.leading ? t.activity.phases[status.phase] : t.activity.following}
      </p>
      <DescriptionList>
        <DescriptionItem name={t.activity.followed}>
          {`${t.live.tracked(status.tracked)}, ${t.live.active(status.active)}`}
        </DescriptionItem>
        <DescriptionItem name={t.activity.lastReply}>{lastReply}</DescriptionItem>
        <DescriptionItem name={t.activity.next}>{next}</DescriptionItem>
        <DescriptionItem name={t.activity.inFlight}>{t.activity.requests(status.inFlight)}</DescriptionItem>
        <DescriptionItem name={t.activity.lastMinute}>
          {t.activity.requests(status.requestsLastMinute)}
        </DescriptionItem>
        <DescriptionItem name={t.activity.budget}>
          {t.activity.perSecond(f.number(status.rate))}
        </DescriptionItem>
        {status.slowedInterval !== undefined && (
          <DescriptionItem name={t.activity.interval}>
            {t.activity.slowed(f.wait(status.slowedInterval))}
          </DescriptionItem>
        )}
        <DescriptionItem name={t.activity.lastError}>
          {lastError === undefined ? (
            t.activity.noError
          ) : (
            <>
              <span>{formatError(lastError.error, text)}</span>
              <span className="text-muted">{` ${nameOf(lastError.token)}, ${errorAge}`}</span>
            </>
          )}
        </DescriptionItem>
      </DescriptionList>
      <Button words={t.activity.checkAll} className="mt-5" onClick={() => poller.refreshAll()} />
    </Modal>
  )
}
