import { useI18n } from '../../i18n/i18n.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import { RefusedLine } from './refused-line.tsx'

/** What came of a paste; `nothing`: the field was empty, `unrecognised`: no token is in it. */
export type PasteResult = Taken | 'nothing' | 'unrecognised'

/** `changed`: how many of the rentals already tracked took a new name over. */
type Taken = ImportPreview & { readonly changed: number }

const MAX_NAMED_RENTALS = 5

export function PasteResultLine({ outcome }: { outcome: PasteResult }) {
  const { t } = useI18n()
  if (outcome === 'nothing') return <p className="pt-2 text-muted">{t.add.nothing}</p>
  if (outcome === 'unrecognised') return <p className="pt-2 text-muted">{t.exchange.unrecognised}</p>
  const { added, present, refused, changed } = outcome
  const parts = [
    added.length > 0 && t.add.added(added.length),
    changed > 0 && t.exchange.updated(changed),
    present.length > changed && t.add.present(present.length - changed),
    refused.length > 0 && t.add.refused(refused.length),
  ].filter(part => part !== false)
  return (
    <div className="pt-2">
      <p className="font-medium">{parts.join(', ')}</p>
      {refused.length > 0 && (
        <ul>
          {refused.slice(0, MAX_NAMED_RENTALS).map(({ text, why }) => (
            <RefusedLine key={text} text={text} why={why} />
          ))}
        </ul>
      )}
    </div>
  )
}
