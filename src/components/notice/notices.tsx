import { Announcer } from './announcer.tsx'
import { useAlerts } from './use-alerts.ts'
import { useTabBadge } from './use-tab-badge.ts'

/** Tells what changes on the board to those who do not see it: aloud, in the tab, and outside the page. */
export function Notices() {
  useTabBadge()
  useAlerts()
  return <Announcer />
}
