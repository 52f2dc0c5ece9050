import { useI18n } from '../../i18n/i18n.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import { formatImport } from './format-import.ts'

/** What is in the field, in one sentence. */
export function PasteSummary({ incoming }: { incoming: ImportPreview }) {
  const { language } = useI18n()
  return <p className="pt-2 font-medium">{formatImport(incoming, language)}</p>
}
