import { Clapperboard } from 'lucide'
import { useBoard } from '../board/board-context.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Banner } from '../ui/banner.tsx'

export function DemoBanner({ onLeave }: { onLeave: () => void }) {
  const { t } = useI18n()
  const { dialogs } = useBoard()
  return (
    <Banner tone="calm" icon={Clapperboard} title={t.demo.title} text={t.demo.text} brief={t.demo.brief}>
      <button
        type="button"
        aria-label={t.demo.connect}
        className="button button-main"
        onClick={() => dialogs.open('key')}
      >
        <span className="sm:hidden">{t.demo.connectBrief}</span>
        <span className="max-sm:hidden">{t.demo.connect}</span>
      </button>
      <button type="button" aria-label={t.demo.leave} className="button" onClick={onLeave}>
        <span className="sm:hidden">{t.demo.leaveBrief}</span>
        <span className="max-sm:hidden">{t.demo.leave}</span>
      </button>
    </Banner>
  )
}
