import { useBoard, usePollStatus } from '../board/board-context.ts'
import { useTeam } from '../board/team-store.ts'
import { useNow } from '../board/use-now.ts'
import { formatPollCounts, formatPollNext } from '../format/format-poll-status.ts'
import { useI18n } from '../i18n/i18n.ts'
import type { PollPhase } from '../rentals/poll-phase.ts'

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

/** Small screens show the dot alone. */
export function PollStatusLine() {
  const text = useI18n()
  const { poller, dialogs } = useBoard()
  const isTeams = useTeam() !== undefined
  const phase = usePollStatus(status => status.phase)
  const counts = usePollStatus(status => formatPollCounts(status, text))
  const next = useNow(now => formatPollNext(poller.status.getState(), now, text))
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      title={text.t.live.open}
      onClick={() => dialogs.open('activity')}
      className="flex min-h-9 min-w-9 grow basis-[24ch] compact:basis-9 items-center max-sm:mr-auto max-sm:flex-none max-sm:justify-center sm:compact:flex-none gap-2.5 rounded-md px-3 text-left text-header-muted text-sm hover:text-header-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <span className={`dot ring-4 ${phaseDots[phase]}`} aria-hidden="true" />
      <span className="min-w-0 compact:sr-only">
        <strong className="mr-1.5 font-semibold text-header-ink">{text.t.live[phase]}</strong>
        {isTeams && <span>{`${text.t.live.team}, `}</span>}
        <span>{counts}</span>
        {next !== '' && <span className="before:content-[',_']">{next}</span>}
      </span>
    </button>
  )
}
