import type { Text } from '../../i18n/text.ts'
import { isLoss, type PollPhase } from '../../polling/poll-status.ts'

/** The title of the tab: «(3) Suivi des locations», and what is lost while it is. */
export function tabTitle(ready: number, phase: PollPhase, { t, f }: Text): string {
  const title = ready > 0 ? `(${f.number(ready)}) ${t.title}` : t.title
  return isLoss(phase) ? `${t.live[phase]} – ${title}` : title
}
