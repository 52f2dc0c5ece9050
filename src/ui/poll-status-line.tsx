import { useStore } from 'zustand'
import { useBoard } from '../board/board-context.ts'
import { useNow } from '../board/use-now.ts'
import { formatPollStatus } from '../format/format-poll-status.ts'
import { useI18n } from '../i18n/i18n.ts'
import type { PollPhase } from '../polling/poll-status.ts'
import { useMedia } from './use-media.ts'

export const phaseDots: Record<PollPhase, string> = {
  opening: 'bg-requested-dot ring-requested-dot/25',
  live: 'bg-ready-dot ring-ready-dot/25',
  idle: 'bg-downloaded-dot ring-downloaded-dot/25',
  paused: 'bg-requested-dot ring-requested-dot/25',
  slowed: 'bg-generating-dot ring-generating-dot/25',
  lost: 'bg-failed-dot ring-failed-dot/25',
  'signed-out': 'bg-failed-dot ring-failed-dot/25',
  unusable: 'bg-failed-dot ring-failed-dot/25',
  blocked: 'bg-failed-dot ring-failed-dot/25',
}

export function PollStatusLine() {
  const text = useI18n()
  const { poller, dialogs } = useBoard()
  const phase = useStore(poller.status, status => status.phase)
  const isBrief = useMedia('(width < 40rem)')
  const words = useNow(now => formatPollStatus(poller.status.getState(), now, text, isBrief))
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      title={text.t.live.open}
      onClick={() => dialogs.open('activity')}
      className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-md text-left text-header-muted text-sm max-sm:ml-1 max-sm:text-xs pointer-coarse:min-h-11 hover:text-header-ink"
    >
      <span className={`dot ring-4 ${phaseDots[phase]}`} aria-hidden="true" />
      <span className="min-w-0">
        <strong className="mr-1.5 font-semibold text-header-ink">{text.t.live[phase]}</strong>
        <span>{words}</span>
      </span>
    </button>
  )
}
