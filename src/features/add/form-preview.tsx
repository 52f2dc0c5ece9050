import { useBoard } from '../../board/board-context.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import { Button } from '../../ui/button.tsx'
import { formatImport, formatTrack } from './format-import.ts'
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
  const { language, w } = useI18n(addWords)
  return (
    <div data-preview className="mt-2 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <h2 className="sr-only">{w.preview}</h2>
      <PastePreview confirmWords={(added, changed) => formatTrack(added, changed, language)} {...props} />
    </div>
  )
}

/** What is in the field, in one sentence. */
export function PasteSummary({ incoming }: { incoming: ImportPreview }) {
  const { language } = useI18n()
  return <p className="pt-2 font-medium">{formatImport(incoming, language)}</p>
}

/** In the demonstration a rental of the user's own cannot be followed: how it can be, and that it is kept. */
export function DemoNotice({ count, onCancel }: { count: number; onCancel: () => void }) {
  const { t, w } = useI18n(addWords)
  const { demo } = useWords(laterWords)
  const { dialogs } = useBoard()
  return (
    <div data-preview className="mt-2 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div role="status">
        <p className="font-medium">{w.inDemo(count)}</p>
        <p className="text-muted text-sm">{w.keptForLater(count)}</p>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button className="button-main" words={demo.connect} onClick={() => dialogs.open('key')} />
        <Button words={t.cancel} onClick={onCancel} />
      </div>
    </div>
  )
}
