import { attempt } from '../../lib/attempt.ts'

/** `insecure`: needs https or localhost; `absent`: the browser has none; `asking`: nobody was asked yet. */
type DesktopState = 'allowed' | 'asking' | 'refused' | 'insecure' | 'absent'

type DesktopNotice = {
  readonly title: string
  readonly body: string
  /** A later notice with the same tag replaces this one, also from another tab. */
  readonly tag: string
  readonly onOpen: () => void
}

const states = { granted: 'allowed', default: 'asking', denied: 'refused' } as const

export function desktopState(): DesktopState {
  if (!isSecureContext) return 'insecure'
  return attempt(() => states[Notification.permission]) ?? 'absent'
}

/** Call it from a press of the user: browsers refuse other requests. */
export async function askForDesktop(): Promise<DesktopState> {
  if (desktopState() === 'asking' || desktopState() === 'refused')
    await attempt(() => Notification.requestPermission())?.catch(() => undefined)
  return desktopState()
}

/** Shows a notification without a sound of its own; undefined where the browser has none to show. */
export function showDesktop({ title, body, tag, onOpen }: DesktopNotice): Notification | undefined {
  if (desktopState() !== 'allowed') return undefined
  try {
    const notification = new Notification(title, { body, tag, silent: true })
    notification.addEventListener('click', () => {
      window.focus()
      notification.close()
      onOpen()
    })
    return notification
  } catch {
    // Chrome on Android allows notifications, and then shows those of service workers only.
    return undefined
  }
}
