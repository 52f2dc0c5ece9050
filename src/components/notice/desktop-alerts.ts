import { type Change, MOST_NEWS } from '../../domain/changes.ts'
import type { Clock } from '../../lib/clock.ts'
import { seeChanges } from '../see-changes.ts'
import { showDesktop } from './desktop.ts'

type Words = { readonly title: string; readonly body: string }

/** What the notifications say. */
export type AlertWords = {
  readonly one: (change: Change) => Words
  readonly many: (changes: readonly Change[]) => Words
}

/** Changes closer together than this (ms) count as one moment. */
const MOMENT = 10_000

const MANY = 'rental-board many'

type Shown = { readonly change: Change; readonly notification: Notification | undefined }

/** Shows a desktop notification for each change, and one for all when a moment brings more than three. */
export function createDesktopAlerts(clock: Clock) {
  let shown: readonly Shown[] = []

  function showMany(changes: readonly Change[], words: AlertWords): readonly Shown[] {
    for (const { notification } of shown) if (notification?.tag !== MANY) notification?.close()
    const notification = show(changes, MANY, words.many(changes))
    return changes.map(change => ({ change, notification }))
  }

  return (fresh: readonly Change[], words: AlertWords): void => {
    const tokens = new Set(fresh.map(({ token }) => token))
    const momentAgo = clock() - MOMENT
    shown = shown.filter(({ change }) => change.at > momentAgo && !tokens.has(change.token))
    const all = [...shown.map(({ change }) => change), ...fresh]
    if (all.length > MOST_NEWS) {
      shown = showMany(all, words)
      return
    }
    const each = fresh.map(change => {
      return { change, notification: show([change], `rental-board ${change.token}`, words.one(change)) }
    })
    shown = [...shown, ...each]
  }
}

function show(changes: readonly Change[], tag: string, words: Words): Notification | undefined {
  return showDesktop({ ...words, tag, onOpen: () => seeChanges(changes) })
}
