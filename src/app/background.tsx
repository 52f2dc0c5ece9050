import { Notices } from '../features/notifications/announcer.tsx'
import { Banners } from '../features/notifications/banners.tsx'
import { Toasts } from '../features/notifications/toasts.tsx'
import { TeamBanners } from '../features/team/team-banners.tsx'
import { AutoArchive } from './auto-archive.tsx'
import { TeamSession } from './team-session.tsx'

/** What a board does beside what it shows, in the page as on a wall. */
export function Background() {
  return (
    <>
      <Notices />
      <TeamSession />
    </>
  )
}

/** What the board says as a whole, and does by rule, where somebody sits before it. */
export function PageBackground() {
  return (
    <>
      <AutoArchive />
      <Banners />
      <TeamBanners />
    </>
  )
}

/** What comes and goes, last in the page. */
export function PageMessages() {
  return (
    <>
      <Toasts />
      <Background />
    </>
  )
}
