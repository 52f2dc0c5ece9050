import { useEffect, useEffectEvent, useRef } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useRentalName } from '../../board/use-rental.ts'
import { describeRental } from '../../format/describe-rental.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { placesStore } from '../../places/use-places.ts'
import { states } from '../../rentals/status.ts'
import { isNotable, MAX_NOTIFICATIONS, type StatusChange } from '../../rentals/status-changes.ts'
import { melodies, playChime } from './chime.ts'
import { showDesktop } from './desktop.ts'
import { formatChange, formatChanges, seeChanges } from './format-change.ts'

/** Silence (ms) after a sound, however much happens. */
const CHIME_PAUSE_MS = 5_000

/** Of several tabs, only the one that polls alerts. */
export function useAlerts(): void {
  const { poller, preferences } = useBoard()
  const showAlerts = useDesktopAlerts()
  const soundedAt = useRef(Number.NEGATIVE_INFINITY)

  useGatheredChanges(changes => {
    const news = changes.filter(isNotable)
    if (news.length === 0 || !poller.status.getState().leading) return
    const { notifications, sound } = preferences.state.getState()
    if (notifications) showAlerts(news)
    if (sound && performance.now() - soundedAt.current >= CHIME_PAUSE_MS) {
      soundedAt.current = performance.now()
      void playChime(news.some(({ to }) => states[to].news === 'good') ? melodies.good : melodies.bad)
    }
  })
}

/** Changes closer together than this (ms) count as one moment. */
const MOMENT_MS = 10_000

const GROUPED_TAG = 'rental-board many'

type Shown = { readonly change: StatusChange; readonly notification: Notification | undefined }

/** One notification for each change, or one for all when more than three are of one moment. */
function useDesktopAlerts(): (fresh: readonly StatusChange[]) => void {
  const text = useI18n()
  const { t } = text
  const { isDemo, now, rentalCache, preferences, view } = useBoard()
  const nameOf = useRentalName()
  const shown = useRef<readonly Shown[]>([])

  function show(changes: readonly StatusChange[], tag: string, title: string, body: string) {
    const marked = isDemo ? `${t.live.demo} – ${title}` : title
    return showDesktop({ title: marked, body, tag, onOpen: () => seeChanges(changes, view) })
  }

  function showOne(change: StatusChange): Shown {
    const { token } = change
    const rental = rentalCache.reply(token)?.rental
    const { interests } = preferences.state.getState()
    const body = rental ? describeRental(rental, text, placesStore.getState(), interests) : undefined
    const title = formatChange(change, nameOf(token), text)
    return { change, notification: show([change], `rental-board ${token}`, title, body ?? '') }
  }

  function showMany(changes: readonly StatusChange[]): readonly Shown[] {
    for (const { notification } of shown.current) if (notification?.tag !== GROUPED_TAG) notification?.close()
    const names = changes.map(({ token }) => nameOf(token)).join(', ')
    const notification = show(changes, GROUPED_TAG, formatChanges(changes, text), names)
    return changes.map(change => ({ change, notification }))
  }

  return fresh => {
    const tokens = new Set(fresh.map(({ token }) => token))
    // Before or after, as the clock may have been set.
    const isOfNow = ({ at }: StatusChange) => Math.abs(now() - at) < MOMENT_MS
    shown.current = shown.current.filter(({ change }) => isOfNow(change) && !tokens.has(change.token))
    const all = [...shown.current.map(({ change }) => change), ...fresh]
    shown.current = all.length > MAX_NOTIFICATIONS ? showMany(all) : [...shown.current, ...fresh.map(showOne)]
  }
}

/** Changes of one moment are announced together. */
const GATHER_MS = 1_000

/** Calls `tell` with the latest change of each rental, whether or not the page is visible. */
export function useGatheredChanges(tell: (changes: readonly StatusChange[]) => void): void {
  const { changes } = useBoard()
  const onGathered = useEffectEvent(tell)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const gathered = new Map<string, StatusChange>()
    const forget = changes.subscribe(({ latest }) => {
      for (const change of latest) gathered.set(change.token, change)
      timer ??= setTimeout(() => {
        timer = undefined
        const told = [...gathered.values()]
        gathered.clear()
        onGathered(told)
      }, GATHER_MS)
    })
    return () => {
      forget()
      clearTimeout(timer)
    }
  }, [changes])
}
