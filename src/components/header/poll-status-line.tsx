import { useStore } from 'zustand'
import { useText } from '../../i18n/text.ts'
import type { PollPhase } from '../../polling/poll-status.ts'
import { useBoard } from '../board-context.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { useMedia } from '../use-media.ts'
import { useNow } from '../use-now.ts'
import { formatPollStatus } from '../words/format-poll-status.ts'

export const phaseDots: Record<PollPhase, string> = {
  opening: 'bg-requested-lamp ring-requested-lamp/25',
  live: 'bg-ready-lamp ring-ready-lamp/25',
  idle: 'bg-downloaded-lamp ring-downloaded-lamp/25',
  paused: 'bg-requested-lamp ring-requested-lamp/25',
  slowed: 'bg-generating-lamp ring-generating-lamp/25',
  lost: 'bg-failed-lamp ring-failed-lamp/25',
  'signed-out': 'bg-failed-lamp ring-failed-lamp/25',
  unusable: 'bg-failed-lamp ring-failed-lamp/25',
  blocked: 'bg-failed-lamp ring-failed-lamp/25',
}

/** What the board is doing, in words: live, paused, slowed, lost or stopped, and what comes next. Opens the activity. */
export function PollStatusLine() {
  const text = useText()
  const { poller } = useBoard()
  const phase = useStore(poller.status, status => status.phase)
  const isBrief = useMedia('(width < 40rem)')
  const words = useNow(now => formatPollStatus(poller.status.getState(), now, text, isBrief))
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      title={text.t.live.open}
      onClick={() => openDialog('activity')}
      className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-md text-left text-band-muted text-sm max-sm:ml-1 max-sm:text-xs pointer-coarse:min-h-11 hover:text-band-ink"
    >
      <span className={`size-2.5 shrink-0 rounded-full ring-4 ${phaseDots[phase]}`} aria-hidden="true" />
      <span className="min-w-0">
        <strong className="mr-1.5 font-semibold text-band-ink">{text.t.live[phase]}</strong>
        {words}
      </span>
    </button>
  )
}
