import { CloudOff, Eraser, HardDrive, KeyRound, Pause } from 'lucide'
import { useState } from 'react'
import { useStore } from 'zustand'
import { accountFaults } from '../../api/errors.ts'
import { classifyFault } from '../../api/fault.ts'
import { useBoard, usePollStatus, useTracked } from '../../board/board-context.ts'
import { lossWords } from '../../format/format-poll-status.ts'
import { formatMoment } from '../../format/format-time.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { isLoss } from '../../rentals/poll-phase.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { notificationsWords } from './words.ts'

export function Banners() {
  return (
    <>
      <AccountBanner />
      <LossBanner />
      <PauseBanner />
      <StorageBanner />
      <ClearedBanner />
    </>
  )
}

/** The account's error, once for the whole board: checks are stopped but for a try now and then. */
function AccountBanner() {
  const { t, w } = useI18n(notificationsWords)
  const later = useWords(laterWords)
  const { poller, dialogs } = useBoard()
  const code = usePollStatus(status => (status.phase === 'blocked' ? status.code : undefined))
  const message = usePollStatus(({ lastError: { fault } = {} }) =>
    fault?.name === 'ApiError' && classifyFault(fault) === 'account' ? fault.message : '',
  )
  if (code === undefined) return null
  const words = w.account[accountFaults.get(code) ?? 'refused']
  return (
    <Banner
      tone="alarm"
      icon={KeyRound}
      title={words.title}
      text={`${words.text} ${w.account.tried}`}
      quote={message === '' ? undefined : w.account.provider(message, t.errors.code(code))}
      urgent
    >
      <Button className="button-main" words={later.enterKey} onClick={() => dialogs.open('key')} />
      <Button words={t.retry} onClick={() => poller.retry()} />
    </Banner>
  )
}

/** No usable reply comes any more: the board shows the last ones. */
function LossBanner() {
  const text = useI18n(notificationsWords)
  const { t, w } = text
  const later = useWords(laterWords)
  const phase = usePollStatus(status => status.phase)
  const quote = usePollStatus(status => lossWords(status, text))
  if (!isLoss(phase)) return null
  const isSignedOut = phase === 'signed-out'
  return (
    <Banner
      tone="alarm"
      icon={CloudOff}
      title={t.live[phase]}
      text={isSignedOut ? later.signIn : w.lossBanner[phase]}
      quote={quote}
      urgent
    >
      {isSignedOut && (
        <Button className="button-main" words={t.reloadPage} onClick={() => location.reload()} />
      )}
    </Banner>
  )
}

function PauseBanner() {
  const text = useI18n(notificationsWords)
  const { t, w } = text
  const { preferences, now } = useBoard()
  const { paused, pausedAt } = useStore(preferences.state)
  if (!paused) return null
  return (
    <Banner
      tone="notice"
      icon={Pause}
      title={pausedAt === undefined ? t.live.paused : w.pausedSince(formatMoment(pausedAt, now(), text))}
      text={w.pauseBanner}
      brief={w.pauseBrief}
    >
      <Button
        className="button-main"
        words={w.resume}
        onClick={() => preferences.set({ paused: false, pausedAt: undefined })}
      />
    </Banner>
  )
}

function StorageBanner() {
  const w = useWords(notificationsWords)
  const { tracked, isDemo } = useBoard()
  const { saveFailed, quarantined, newer } = useStore(tracked.state)
  const [dismissed, setDismissed] = useState('')
  const text = [
    saveFailed && w.storage.saveFailed,
    quarantined > 0 && w.storage.quarantined(quarantined),
    newer > 0 && w.storage.newer(newer),
  ]
    .filter(words => words !== false)
    .join(' ')
  // A problem that was solved is shown again when it comes back.
  if (text === '' && dismissed !== '') setDismissed('')
  if (isDemo || text === '' || text === dismissed) return null
  return (
    <Banner tone="notice" icon={HardDrive} text={text}>
      <Button words={w.dismiss} onClick={() => setDismissed(text)} />
    </Banner>
  )
}

/** Another tab cleared the browser's storage: this one still has what was there. */
function ClearedBanner() {
  const { t, w } = useI18n(notificationsWords)
  const { tracked, preferences } = useBoard()
  const cleared = useTracked(state => state.cleared)
  if (cleared.length === 0) return null

  function undo() {
    tracked.restore(cleared)
    preferences.set(preferences.state.getState())
  }

  return (
    <Banner tone="notice" icon={Eraser} text={w.cleared(cleared.length)}>
      <Button className="button-main" words={t.undo} onClick={undo} />
      <Button words={w.dismiss} onClick={() => tracked.state.setState({ cleared: [] })} />
    </Banner>
  )
}
