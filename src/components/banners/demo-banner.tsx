import { Clapperboard } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { useBoard } from '../board-context.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { Banner } from './banner.tsx'

/** Says that nothing on the page is real, and how to come to what is. */
export function DemoBanner({ onLeave }: { onLeave: () => void }) {
  const { t } = useText()
  const { isDemo } = useBoard()
  if (!isDemo) return null
  return (
    <Banner tone="calm" icon={Clapperboard} title={t.demo.title} text={t.demo.text}>
      <button type="button" className="button button-main" onClick={() => openDialog('key')}>
        {t.demo.connect}
      </button>
      <button type="button" className="button" onClick={onLeave}>
        {t.demo.leave}
      </button>
    </Banner>
  )
}
