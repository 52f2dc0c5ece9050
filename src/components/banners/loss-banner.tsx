import { CloudOff } from 'lucide'
import { useStore } from 'zustand'
import { useI18n } from '../../i18n/i18n.ts'
import { isLoss } from '../../polling/poll-status.ts'
import { useBoard } from '../board-context.ts'
import { lossWords } from '../words/loss-words.ts'
import { Banner } from './banner.tsx'

/** Nothing usable comes any more: what is shown is the last that came. */
export function LossBanner() {
  const text = useI18n()
  const { t } = text
  const { poller } = useBoard()
  const phase = useStore(poller.status, status => status.phase)
  const quote = useStore(poller.status, status => lossWords(status, text))
  if (!isLoss(phase)) return null
  const isSignedOut = phase === 'signed-out'
  return (
    <Banner
      tone="alarm"
      icon={CloudOff}
      title={t.live[phase]}
      text={isSignedOut ? t.live.signIn : t.lossBanner[phase]}
      quote={quote}
      urgent
    >
      {isSignedOut && (
        <button type="button" className="button button-main" onClick={() => location.reload()}>
          {t.reloadPage}
        </button>
      )}
    </Banner>
  )
}
