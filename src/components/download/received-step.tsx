import { Check } from 'lucide'
import type { FileFacts, FileForm } from '../../download/received-file.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../icon.tsx'
import { FileCountList } from './file-counts.tsx'

type ReceivedStepProps = {
  token: string
  facts: FileFacts
  saved: readonly FileForm[]
  nameOf: (ending: string) => string
  onSave: (form: FileForm) => void
  onClose: () => void
}

/** The file in the hand: how it was or can be saved, its size, and whether its numbers are all there. */
export function ReceivedStep({ token, facts, saved, nameOf, onSave, onClose }: ReceivedStepProps) {
  const { t } = useI18n()
  const isChoice = facts.forms.length > 1
  const isSaved = saved.length > 0
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-2 font-semibold">
        <Icon of={Check} className="size-5 shrink-0" />
        {t.download.whole}
      </p>
      {isChoice && !isSaved && <p>{t.download.choose}</p>}
      {facts.forms
        .filter(({ form }) => saved.includes(form))
        .map(({ form, ending }) => (
          <p key={form} role="status">
            {t.download.saved(nameOf(ending))}
          </p>
        ))}
      <FileCountList token={token} facts={facts} />
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        {!isSaved && (
          <button type="button" className="button mr-auto" onClick={onClose}>
            {t.download.giveUp}
          </button>
        )}
        {facts.forms.map(({ form }, index) => (
          <button
            key={form}
            type="button"
            className={`button ${index === 0 && !isSaved ? 'button-ready' : ''}`}
            onClick={() => onSave(form)}
          >
            {isChoice ? t.download.save[form] : t.download.saveAgain}
          </button>
        ))}
        {isSaved && (
          <button type="button" className="button button-main" onClick={onClose}>
            {t.close}
          </button>
        )}
      </div>
    </div>
  )
}
