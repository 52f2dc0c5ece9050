import { CloudOff, type IconNode, KeyRound, Pause } from 'lucide'
import { accountFaults } from '../../api/errors.ts'
import { useBoard, usePollStatus } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { formatPollStatus, lossWords } from '../../format/format-poll-status.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import type { PollPhase } from '../../rentals/poll-phase.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { phaseDots } from '../../ui/poll-status-line.tsx'
import { wallWords } from './words.ts'

type WallAlarm = { readonly icon: IconNode; readonly strip: string; readonly frame: string }

const framed = 'outline-[0.375rem] -outline-offset-[0.375rem]'
const failing = {
  strip: 'bg-failed-dot text-paper',
  frame: `${framed} outline-failed-dot`,
}

/** The phases in which nothing is checked, which must be seen from afar. */
export const wallAlarms: Partial<Record<PollPhase, WallAlarm>> = {
  lost: { icon: CloudOff, ...failing },
  'signed-out': { icon: CloudOff, ...failing },
  unusable: { icon: CloudOff, ...failing },
  blocked: { icon: KeyRound, ...failing },
  paused: { icon: Pause, strip: 'bg-requested-dot text-paper', frame: `${framed} outline-requested-dot` },
}

export function WallPollStatus() {
  const text = useI18n()
  const { t, f } = text
  const { poller } = useBoard()
  const phase = usePollStatus(status => status.phase)
  const quote = usePollStatus(status => lossWords(status, text))
  const w = useWords(wallWords)
  const later = useWords(laterWords)
  const fault = usePollStatus(({ phase, code = 0 }) =>
    phase === 'blocked' ? w.account[accountFaults.get(code) ?? 'refused'] : undefined,
  )
  const words = useNow(now => {
    const status = poller.status.getState()
    if (status.phase !== 'blocked') return formatPollStatus(status, now, text)
    // How old the data are, and when the next attempt is.
    const { lastReplyAt, nextCheckAt } = status
    const age = lastReplyAt === undefined ? w.noData : w.dataFrom(f.duration(now - lastReplyAt))
    return nextCheckAt === undefined ? age : `${age}, ${t.live.nextTry(f.wait(nextCheckAt - now))}`
  })
  const alarm = wallAlarms[phase]
  if (alarm === undefined) {
    return (
      <p className="flex min-w-0 items-center gap-2.5 text-header-muted lg:flex-1">
        <span className={`size-3 shrink-0 rounded-full ring-4 ${phaseDots[phase]}`} aria-hidden="true" />
        <span>
          <strong role="status" className="mr-1.5 font-semibold text-header-ink">
            {t.live[phase]}
          </strong>
          <span>{words}</span>
        </span>
      </p>
    )
  }
  const isSignedOut = phase === 'signed-out'
  return (
    <div
      role="alert"
      className={`order-last -mx-7 flex basis-[calc(100%+3.5rem)] items-center gap-4 px-7 py-2 text-xl ${alarm.strip}`}
    >
      <Icon of={alarm.icon} className="size-9 shrink-0" strokeWidth={2.4} />
      <strong className={`font-semibold text-[1.75rem] tracking-tight ${isSignedOut ? '' : 'shrink-0'}`}>
        {isSignedOut ? later.signIn : t.live[phase]}
      </strong>
      <div className="min-w-0 break-words">
        {fault !== undefined && <p className="font-semibold">{fault}</p>}
        <p>{`${words} ${quote ?? ''}`}</p>
      </div>
      {isSignedOut && (
        <Button
          words={t.reloadPage}
          className="ml-auto shrink-0 border-line bg-surface text-ink"
          onClick={() => location.reload()}
        />
      )}
    </div>
  )
}
