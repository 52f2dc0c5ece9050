import { useEffect, useEffectEvent, useState } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useRentalName } from '../../board/use-rental.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { isLoss, type PollPhase } from '../../rentals/poll-phase.ts'
import { MAX_NOTIFICATIONS } from '../../rentals/status-changes.ts'
import { formatChange, formatChanges } from './format-change.ts'
import { useAlerts, useGatheredChanges } from './use-alerts.ts'
import { useTabBadge } from './use-tab-badge.ts'
import { notificationsWords } from './words.ts'

/** `count` makes the same words, said twice, two announcements. */
type Said = { readonly count: number; readonly words: string }

const silence: Said = { count: 0, words: '' }

/** A lost connection is not announced here: its banner is an alert. */
export function Announcer() {
  const text = useI18n()
  const w = useWords(notificationsWords)
  const nameOf = useRentalName()
  const [changed, setChanged] = useState(silence)
  const [restored, setRestored] = useState(silence)

  useGatheredChanges(changes => {
    const words =
      changes.length > MAX_NOTIFICATIONS
        ? formatChanges(changes, text)
        : changes.map(change => formatChange(change, nameOf(change.token), text)).join('. ')
    setChanged(({ count }) => ({ count: count + 1, words }))
  })
  useOnRestored(() => setRestored(({ count }) => ({ count: count + 1, words: w.restored })))

  return (
    <div className="sr-only">
      <div aria-live="polite">
        <p key={changed.count}>{changed.words}</p>
      </div>
      <div aria-live="assertive">
        <p key={restored.count}>{restored.words}</p>
      </div>
    </div>
  )
}

const connected: ReadonlySet<PollPhase> = new Set(['live', 'idle', 'slowed'])

function useOnRestored(tell: () => void) {
  const { poller } = useBoard()
  const onRestored = useEffectEvent(tell)
  useEffect(() => {
    let wasLost = false
    return poller.status.subscribe(({ phase }) => {
      if (wasLost && connected.has(phase)) onRestored()
      wasLost = isLoss(phase) || (wasLost && phase === 'paused')
    })
  }, [poller])
}

export function Notices() {
  useTabBadge()
  useAlerts()
  return <Announcer />
}
