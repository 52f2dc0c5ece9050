import { Download } from 'lucide'
import { useFullText } from '../../i18n/full-text.ts'
import { Icon } from '../icon.tsx'
import { askForFile } from './download-store.ts'
import { useFileOffered } from './use-file-offered.ts'

/** Offers the file of a ready rental, where the server lets it through. */
export function DownloadButton({ token }: { token: string }) {
  const { t } = useFullText()
  if (!useFileOffered(token)) return null
  return (
    <button type="button" className="button button-ready" onClick={() => askForFile(token)}>
      <Icon of={Download} className="size-4" />
      {t.download.action}
    </button>
  )
}
