import { identifiersOf } from './identifiers.ts'
import { type Incoming, partRentals } from './incoming.ts'
import { readJson } from './read-json.ts'
import { readLines } from './read-lines.ts'
import { readTable } from './read-table.ts'
import { tidyName } from './rental-name.ts'

/**
 * Reads the tokens out of a pasted text; `isFollowed` tells which ones the list already has.
 * Tried in this order: JSON (`readJson`), a table from a spreadsheet or CSV (`readTable`), lines of
 * «token, name» or prose, and else a plain list in which every word is a token (`readLines`).
 */
export function readPaste(text: string, isFollowed: (token: string) => boolean): Incoming {
  const identifiers = identifiersOf(text)
  const { taken, ignored } = readJson(text) ?? readTable(text, identifiers) ?? readLines(text, identifiers)
  const names = new Map<string, string | undefined>()
  for (const { word, name = '' } of taken) names.set(word, names.get(word) ?? tidyName(name))
  const rentals = [...names].map(([token, name]) => ({ token, ...(name !== undefined && { name }) }))
  return partRentals(rentals, isFollowed, ignored)
}
