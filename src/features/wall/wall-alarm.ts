import { CloudOff, type IconNode, KeyRound, Pause } from 'lucide'
import type { PollPhase } from '../../polling/poll-status.ts'

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
