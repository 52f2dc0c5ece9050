import { useText } from '../../i18n/text.ts'
import type { Refusal } from '../../tokens/incoming.ts'

/** Longer words are cut: the beginning is enough to find them again. */
const SHOWN = 40

/** A word that cannot be followed, and why. */
export function RefusedLine({ text, why }: { text: string; why: Refusal }) {
  const { t } = useText()
  const characters = [...text]
  const cut = characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text
  return <li className="text-failed">{t.add.refusal(cut, t.add.why[why])}</li>
}
