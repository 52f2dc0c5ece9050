import { useWords } from '../../i18n/i18n.ts'
import { firstCharacters } from '../../lib/first-characters.ts'
import type { Refusal } from '../../rentals/import-preview.ts'
import { addWords } from './words.ts'

/** Longer words are cut: the beginning is enough to find them again. */
const MAX_SHOWN_CHARS = 40

export function RefusedLine({ text, why }: { text: string; why: Refusal }) {
  const w = useWords(addWords)
  const start = firstCharacters(text, MAX_SHOWN_CHARS)
  const cut = start === text ? text : `${start}…`
  return <li className="text-failed">{w.refusal(cut, w.why[why])}</li>
}
