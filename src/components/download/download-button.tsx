import { Download } from 'lucide'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../icon.tsx'
import { askForFile } from './download-store.ts'
import { useFileOffered } from './use-file-offered.ts'

/** Offers the file of a ready rental, where the server lets it through. */
export function DownloadButton({ token }: { token: string }) {
  const { t } = useI18n()
  if (!useFileOffered(token)) return null
  return (
    <button type="button" className="button button-ready" onClick={() => askForFile(token)}>
      <Icon of={Download} className="size-4" />
      {t.download.action}
    </button>
  )
}
