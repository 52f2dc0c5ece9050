import type { View } from '../../board/view.ts'
import type { Clock } from '../../lib/clock.ts'
import { MAX_NOTIFICATIONS, type StatusChange } from '../../rentals/status-changes.ts'
import { showDesktop } from './desktop.ts'
import { seeChanges } from './see-changes.ts'

type Words = { readonly title: string; readonly body: string }

export type AlertWords = {
  readonly one: (change: StatusChange) => Words
  readonly many: (changes: readonly StatusChange[]) => Words
}

/** Changes closer together than this (ms) count as one moment. */
const GATHER_MS = 10_000

const GROUPED_TAG = 'rental-board many'

type Shown = { readonly change: StatusChange; readonly notification: Notification | undefined }

/** One notification for each change, or one for all when more than three are gathered. */
export function createDesktopAlerts(clock: Clock, view: View) {
  let shown: readonly Shown[] = []

  function show(changes: readonly StatusChange[], tag: string, words: Words): Notification | undefined {
    return showDesktop({ ...words, tag, onOpen: () => seeChanges(changes, view) })
  }

  function showMany(changes: readonly StatusChange[], words: AlertWords): readonly Shown[] {
    for (const { notification } of shown) if (notification?.tag !== GROUPED_TAG) notification?.close()
    const notification = show(changes, GROUPED_TAG, words.many(changes))
    return changes.map(change => ({ change, notification }))
  }

  return (fresh: readonly StatusChange[], words: AlertWords): void => {
    const tokens = new Set(fresh.map(({ token }) => token))
    const momentAgo = clock() - GATHER_MS
    shown = shown.filter(({ change }) => change.at > momentAgo && !tokens.has(change.token))
    const all = [...shown.map(({ change }) => change), ...fresh]
    if (all.length > MAX_NOTIFICATIONS) {
      shown = showMany(all, words)
      return
    }
    const each = fresh.map(change => {
      return { change, notification: show([change], `rental-board ${change.token}`, words.one(change)) }
    })
    shown = [...shown, ...each]
  }
}
