import { countWords, type Extraction, type TokenMatch, unquoted } from '../../rentals/extraction.ts'
import { canBeName, type Identifiers } from '../../rentals/identifiers.ts'
import { tokensByName } from '../../rentals/key-names.ts'

/** Quotation of mails, and a list's bullets or numbers. */
const LEAD = /^(?:\s*(?:>|[-*•·–](?=\s)|\d{1,3}[.)](?=\s)))+\s*/

/** A first word, perhaps in quotation marks, and what follows a delimiter. */
const NAMED = /^["'`“«*]{0,2}\s?([\w-]+)\s?["'`”»*]{0,2}[^\S\t]*(\t|[;,:|]|[-–—=](?=\s))(.+)$/u

/**
 * «token, name» (also separated by a tab, `;`, `:`, `|` or a dash) is a token with its name when the first word looks
 * like an identifier and the rest can be a name. Elsewhere what looks like an identifier is taken, and any word that
 * stands alone on its line or between delimiters unless the provider's own tokens are in the text. Text that
 * `hadSecrets` is code, settings or prose, where no word is taken for standing alone.
 */
export function parseLines(text: string, identifiers: Identifiers, hadSecrets: boolean): Extraction {
  const byName = hadSecrets && !identifiers.certain ? tokensByName(text) : []
  if (byName.length > 0)
    return { taken: byName.map(word => ({ word })), ignored: countWords(text) - byName.length }
  const taken: TokenMatch[] = []
  let ignored = 0
  for (const line of text.split(/[\r\n\u2028\u2029]+/)) {
    const item = line.replace(LEAD, '')
    const own = readNamed(item, identifiers)
    if (own !== undefined) taken.push(own)
    else {
      for (const cell of identifiers.certain ? [item] : item.split(/[,;\t|]/)) {
        const tokens = tokensInCell(cell.trim(), identifiers, !hadSecrets)
        for (const word of tokens) taken.push({ word })
        ignored += Math.max(0, countWords(cell) - tokens.length)
      }
    }
  }
  return { taken, ignored }
}

function tokensInCell(cell: string, identifiers: Identifiers, takesAnyWord: boolean): readonly string[] {
  if (identifiers.certain) return identifiers.in(cell)
  const byName = tokensByName(cell)
  if (byName.length > 0) return byName
  if (!takesAnyWord || /\s/.test(cell)) return identifiers.in(cell)
  return [unquoted(cell)].filter(word => word !== '')
}

function readNamed(line: string, identifiers: Identifiers): TokenMatch | undefined {
  const [, word = '', delimiter = '', rest = ''] = NAMED.exec(line) ?? []
  if (!identifiers.has(word) || !canBeName(rest, identifiers)) return undefined
  const cells = delimiter === '\t' || delimiter === ';' ? rest.split(delimiter) : [rest]
  const name = cells.find(cell => canBeName(cell, identifiers))
  return { word, name: name?.trim().replace(/^"(.*)"$/, '$1') }
}
