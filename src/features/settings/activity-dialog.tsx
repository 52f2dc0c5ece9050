import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useTeam } from '../../board/team-store.ts'
import { useNow } from '../../board/use-now.ts'
import { useRentalName } from '../../board/use-rental.ts'
import { formatError } from '../../format/format-error.ts'
import { isKeyMissing } from '../../format/format-poll-status.ts'
import { formatRelativeTime } from '../../format/format-time.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { DescriptionItem, DescriptionList } from '../../ui/section.tsx'
import { teamWords } from '../team/words.ts'
import { settingsWords } from './words.ts'

export function ActivityDialog({ onClose }: { onClose: () => void }) {
  const text = useI18n()
  const w = useWords(settingsWords).activity
  const later = useWords(laterWords)
  const team = useWords(teamWords)
  const { t, f } = text
  const { model, poller, isDemo } = useBoard()
  const status = useStore(poller.status)
  const { lastError, lastReplyAt, nextCheckAt } = status
  const lastReply = useNow(now =>
    lastReplyAt === undefined ? later.never : formatRelativeTime(lastReplyAt, now, text),
  )
  const errorAge = useNow(now => (lastError === undefined ? '' : formatRelativeTime(lastError.at, now, text)))
  const next = useNow(now => {
    if (nextCheckAt === undefined) return w.noNext
    return nextCheckAt <= now ? later.nextNow : later.nextIn(f.wait(nextCheckAt - now))
  })
  const nameOf = useRentalName()
  const isTeams = useTeam() !== undefined

  function phaseWords(): string {
    if (status.phase === 'idle' && status.tracked === 0) return w.nothing
    return isKeyMissing(status) ? w.noKey : w.phases[status.phase]
  }

  return (
    <Modal title={w.title} onClose={onClose}>
      <p className="mb-4 text-muted">{status.leading ? phaseWords() : w.following}</p>
      {status.alone && !isDemo && <p className="-mt-2 mb-4 text-muted">{w.alone}</p>}
      <DescriptionList>
        {!isDemo && <DescriptionItem name={w.list}>{isTeams ? team.title : team.ownTitle}</DescriptionItem>}
        <DescriptionItem name={w.followed}>
          {`${t.live.tracked(status.tracked)}, ${t.live.active(status.active)}`}
        </DescriptionItem>
        <DescriptionItem name={later.lastReply}>{lastReply}</DescriptionItem>
        <DescriptionItem name={w.next}>{next}</DescriptionItem>
        <DescriptionItem name={w.inFlight}>{w.requests(status.inFlight)}</DescriptionItem>
        <DescriptionItem name={w.lastMinute}>{w.requests(status.requestsLastMinute)}</DescriptionItem>
        <DescriptionItem name={w.budget}>{w.perSecond(f.number(status.rate))}</DescriptionItem>
        {status.slowedInterval !== undefined && (
          <DescriptionItem name={w.interval}>{w.slowed(f.wait(status.slowedInterval))}</DescriptionItem>
        )}
        <DescriptionItem name={w.lastError}>
          {lastError === undefined ? (
            w.noError
          ) : (
            <>
              <span>{formatError(lastError.fault, text)}</span>
              <span className="text-muted">{` ${nameOf(lastError.token)}, ${errorAge}`}</span>
            </>
          )}
        </DescriptionItem>
      </DescriptionList>
      <Button
        words={w.checkAll}
        className="mt-5"
        onClick={() => poller.refresh(...model.state.getState().summaries.keys())}
      />
    </Modal>
  )
}
