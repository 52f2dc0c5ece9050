import { Download } from 'lucide-react'
import { useFullText } from '../../i18n/full-text.ts'
import { askForFile } from './download-store.ts'
import { useFileOffered } from './use-file-offered.ts'

/** Offers the file of a ready rental, where the server lets it through. */
export function DownloadButton({ token }: { token: string }) {
  const { t } = useFullText()
  if (!useFileOffered(token)) return null
  return (
    <button type="button" className="button button-ready" onClick={() => askForFile(token)}>
      <Download className="size-4" aria-hidden="true" />
      {t.download.action}
    </button>
  )
}
