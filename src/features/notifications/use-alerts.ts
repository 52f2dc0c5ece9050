import { useRef, useState } from 'react'
import { type Board, useBoard } from '../../board/board-context.ts'
import { useRentalName } from '../../board/use-rental.ts'
import { describeRental } from '../../format/describe-rental.ts'
import { formatChange, formatChanges } from '../../format/format-change.ts'
import { type I18n, useI18n } from '../../i18n/i18n.ts'
import { placesStore } from '../../places/use-places.ts'
import { states } from '../../rentals/status.ts'
import { isNotable } from '../../rentals/status-changes.ts'
import { melodies, playChime } from './chime.ts'
import { type AlertWords, createDesktopAlerts } from './desktop-alerts.ts'
import { useGatheredChanges } from './use-gathered-changes.ts'

/** Silence (ms) after a sound, however much happens. */
const CHIME_PAUSE_MS = 5_000

/** Of several tabs, only the one that polls alerts. */
export function useAlerts(): void {
  const text = useI18n()
  const board = useBoard()
  const nameOf = useRentalName()
  const { now, poller, preferences, view } = board
  const [showAlerts] = useState(() => createDesktopAlerts(now, view))
  const soundedAt = useRef(Number.NEGATIVE_INFINITY)

  useGatheredChanges(changes => {
    const news = changes.filter(isNotable)
    if (news.length === 0 || !poller.status.getState().leading) return
    const { notifications, sound } = preferences.state.getState()
    if (notifications) showAlerts(news, alertWords(board, nameOf, text))
    if (sound && now() - soundedAt.current >= CHIME_PAUSE_MS) {
      soundedAt.current = now()
      void playChime(news.some(({ to }) => states[to].news === 'good') ? melodies.good : melodies.bad)
    }
  })
}

function alertWords(
  { isDemo, rentalCache, preferences }: Board,
  nameOf: (token: string) => string,
  text: I18n,
): AlertWords {
  const titled = (words: string) => (isDemo ? `${text.t.demo.title} – ${words}` : words)
  return {
    one(change) {
      const reply = rentalCache.reply(change.token)
      const { interests } = preferences.state.getState()
      const places = placesStore.getState()
      const sentence = reply && describeRental(reply.rental, text, places, interests)
      return { title: titled(formatChange(change, nameOf(change.token), text)), body: sentence ?? '' }
    },
    many(changes) {
      const names = changes.map(({ token }) => nameOf(token)).join(', ')
      return { title: titled(formatChanges(changes, text)), body: names }
    },
  }
}
