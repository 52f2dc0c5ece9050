import { useText } from '../../i18n/text.ts'
import type { Paste } from '../../tokens/read-paste.ts'

/** Longer words are cut in the middle of nowhere: the beginning is enough to find them again. */
const SHOWN = 40

/** How many refused words are named one by one. */
const NAMED = 5

/** What became of the pasted tokens: added, already there, refused and why. */
export function PasteOutcome({ outcome }: { outcome: Paste | 'nothing' }) {
  const { t } = useText()
  if (outcome === 'nothing') return <p className="pt-2 text-muted">{t.add.nothing}</p>
  const { added, present, refused } = outcome
  const parts = [
    added.length > 0 && t.add.added(added.length),
    present.length > 0 && t.add.present(present.length),
    refused.length > 0 && t.add.refused(refused.length),
  ].filter(part => part !== false)
  return (
    <div className="pt-2">
      <p className="font-medium">{parts.join(', ')}</p>
      {refused.length > 0 && (
        <ul className="text-failed">
          {refused.slice(0, NAMED).map(({ text, why }) => (
            <li key={text}>
              {t.add.refusal(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text, t.add.why[why])}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
