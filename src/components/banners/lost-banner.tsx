import { CloudOff } from 'lucide'
import { useStore } from 'zustand'
import { useFullText } from '../../i18n/full-text.ts'
import { useBoard } from '../board-context.ts'
import { Banner } from './banner.tsx'

/** Nothing answers any more: what is shown is the last that came. */
export function LostBanner() {
  const { t } = useFullText()
  const { poller } = useBoard()
  const isLost = useStore(poller.status, status => status.phase === 'lost')
  if (!isLost) return null
  return <Banner tone="alarm" icon={CloudOff} title={t.lostBanner.title} text={t.lostBanner.text} urgent />
}
