import { CloudOff, type IconNode, KeyRound, Pause } from 'lucide'
import type { PollPhase } from '../../polling/poll-status.ts'

/** How a phase in which nothing is checked looks from afar. */
type WallAlarm = { readonly icon: IconNode; readonly strip: string; readonly frame: string }

const framed = 'outline-[0.375rem] -outline-offset-[0.375rem]'
const failing = {
  strip: 'bg-failed-dot text-paper',
  frame: `${framed} outline-failed-dot`,
}

/** The phases that the wall must not show as if all were well. */
export const wallAlarms: Partial<Record<PollPhase, WallAlarm>> = {
  lost: { icon: CloudOff, ...failing },
  'signed-out': { icon: CloudOff, ...failing },
  unusable: { icon: CloudOff, ...failing },
  blocked: { icon: KeyRound, ...failing },
  paused: { icon: Pause, strip: 'bg-requested-dot text-paper', frame: `${framed} outline-requested-dot` },
}
