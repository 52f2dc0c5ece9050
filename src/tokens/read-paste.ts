import { identifiersOf } from './identifiers.ts'
import { type Incoming, LONGEST_PASTE, MOST_RENTALS, partRentals } from './incoming.ts'
import { readJson } from './read-json.ts'
import { readLines } from './read-lines.ts'
import { readTable } from './read-table.ts'
import { tidyName } from './rental-name.ts'
import { withoutSecrets } from './secrets.ts'
import { tokenIn } from './token-in.ts'

const tooMuch: Incoming = { added: [], present: [], refused: [], ignored: 0, isTooMuch: true }

/**
 * Reads the tokens out of a pasted text; `isFollowed` tells which ones the list already has. Keys and passwords are
 * taken out first. Tried in this order: JSON (`readJson`), a table from a spreadsheet or CSV (`readTable`), lines of
 * «token, name» or prose, and else a plain list in which every word is a token (`readLines`).
 */
export function readPaste(pasted: string, isFollowed: (token: string) => boolean): Incoming {
  if (pasted.length > LONGEST_PASTE) return tooMuch
  const { text, hadSecrets } = withoutSecrets(pasted)
  const identifiers = identifiersOf(text)
  const { taken, ignored } =
    readJson(text) ?? readTable(text, identifiers) ?? readLines(text, identifiers, hadSecrets)
  const names = new Map<string, string | undefined>()
  for (const { word, name = '' } of taken) {
    const token = tokenIn(word)
    // An address that asked for no token was only the place of the key.
    if (token === '' || (hadSecrets && token.includes('://'))) continue
    names.set(token, names.get(token) ?? tidyName(name))
    if (names.size > MOST_RENTALS) return tooMuch
  }
  const rentals = [...names].map(([token, name]) => ({ token, ...(name !== undefined && { name }) }))
  return { ...partRentals(rentals, isFollowed, ignored), ...(hadSecrets && { hadSecrets }) }
}
