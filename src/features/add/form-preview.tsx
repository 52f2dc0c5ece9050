import { useI18n, useWords } from '../../i18n/i18n.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import { formatTrack } from './format-import.ts'
import { PastePreview } from './paste-preview.tsx'
import { addWords } from './words.ts'

type FormPreviewProps = {
  incoming: ImportPreview
  takesFocus: boolean
  onTake: (withChanges: boolean) => void
  onCancel: () => void
}

/** The preview below the field. */
export function FormPreview(props: FormPreviewProps) {
  const { language } = useI18n()
  const w = useWords(addWords)
  return (
    <div data-preview className="mt-2 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <h2 className="sr-only">{w.preview}</h2>
      <PastePreview confirmWords={(added, changed) => formatTrack(added, changed, language)} {...props} />
    </div>
  )
}
