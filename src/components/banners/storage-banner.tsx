import { HardDrive } from 'lucide'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'
import { Banner } from './banner.tsx'

/** Says that the list cannot be saved, or that some of it could not be read. */
export function StorageBanner() {
  const { t } = useI18n()
  const { tracked, isDemo } = useBoard()
  const { saveFailed, quarantined } = useStore(tracked.state)
  const [dismissed, setDismissed] = useState('')
  const text = [saveFailed && t.storage.saveFailed, quarantined > 0 && t.storage.quarantined(quarantined)]
    .filter(words => words !== false)
    .join(' ')
  // What was dealt with is said again when it comes back.
  if (text === '' && dismissed !== '') setDismissed('')
  if (isDemo || text === '' || text === dismissed) return null
  return (
    <Banner tone="notice" icon={HardDrive} text={text}>
      <button type="button" className="button" onClick={() => setDismissed(text)}>
        {t.dismiss}
      </button>
    </Banner>
  )
}
