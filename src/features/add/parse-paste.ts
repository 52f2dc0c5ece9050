import { identifiersOf } from '../../rentals/identifiers.ts'
import {
  classifyRentals,
  type ImportPreview,
  MAX_PASTE_CHARS,
  MAX_RENTALS,
} from '../../rentals/import-preview.ts'
import { normalizeName } from '../../rentals/rental-name.ts'
import { withoutSecrets } from '../../rentals/secrets.ts'
import { tokenIn } from '../../rentals/token-in.ts'
import { parseJson } from './parse-json.ts'
import { parseLines } from './parse-lines.ts'
import { parseTable } from './parse-table.ts'

const tooMuch: ImportPreview = { added: [], present: [], refused: [], ignored: 0, isTooMuch: true }

/** Removes keys and passwords first. The first parser that recognises its format wins; `parseLines` takes any text. */
export function parsePaste(pasted: string, isTracked: (token: string) => boolean): ImportPreview {
  if (pasted.length > MAX_PASTE_CHARS) return tooMuch
  const { text, hadSecrets } = withoutSecrets(pasted)
  const identifiers = identifiersOf(text)
  const { taken, ignored } =
    parseJson(text) ?? parseTable(text, identifiers) ?? parseLines(text, identifiers, hadSecrets)
  const names = new Map<string, string | undefined>()
  for (const { word, name = '' } of taken) {
    const token = tokenIn(word)
    // An address without a token was only there for its key.
    if (token === '' || (hadSecrets && token.includes('://'))) continue
    names.set(token, names.get(token) ?? normalizeName(name))
    if (names.size > MAX_RENTALS) return tooMuch
  }
  const rentals = [...names].map(([token, name]) => ({ token, ...(name !== undefined && { name }) }))
  return { ...classifyRentals(rentals, isTracked, ignored), ...(hadSecrets && { hadSecrets }) }
}
