import { RefreshCw } from 'lucide'
import { useStore } from 'zustand'
import { useI18n } from '../i18n/i18n.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { versionStore } from './version-check.ts'

/** Offers to load the page anew when another version is deployed or a part of this one is missing. */
export function VersionBanner() {
  const { t } = useI18n()
  const reason = useStore(versionStore, state => state.reason)
  if (reason === undefined) return null
  const { title, text } = t.reload[reason]
  return (
    <Banner tone={reason === 'newer' ? 'calm' : 'notice'} icon={RefreshCw} title={title} text={text}>
      <Button className="button-main" words={t.reloadPage} onClick={() => location.reload()} />
    </Banner>
  )
}
