import { Announcer } from './announcer.tsx'
import { useAlerts } from './use-alerts.ts'
import { useTabMark } from './use-tab-mark.ts'

/** Tells what changes on the board to those who do not see it: aloud, in the tab, and outside the page. */
export function Notices() {
  useTabMark()
  useAlerts()
  return <Announcer />
}
