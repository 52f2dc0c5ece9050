import { unquoted } from '../../rentals/extraction.ts'
import { identifiersOf, looksLikeIdentifier } from '../../rentals/identifiers.ts'
import {
  classifyRentals,
  type ImportPreview,
  MAX_PASTE_CHARS,
  MAX_RENTALS,
} from '../../rentals/import-preview.ts'
import { normalizeName } from '../../rentals/rental-name.ts'
import { withoutSecrets } from '../../rentals/secrets.ts'
import { shareIn } from '../../rentals/share-in.ts'
import { tokenIn } from '../../rentals/token-in.ts'
import { visibleText } from '../../rentals/visible-text.ts'
import { parseJson } from './parse-json.ts'
import { parseLines } from './parse-lines.ts'
import { parseTable } from './parse-table.ts'

/** The first line by which a CSV tells Excel its delimiter. */
const EXCEL_SEPARATOR = /^\s*"?sep=."?\r?\n/i

/** Longer texts are offered to no search. */
const MAX_QUERY_CHARS = 60

/** Words, and no code. */
const QUERY = /^[^{}<>[\]=]*\p{L}[^{}<>[\]=]*$/u

const tooMuch: ImportPreview = { added: [], present: [], refused: [], ignored: 0, isTooMuch: true }

/** Removes keys and passwords first. The first parser that recognises its format wins; `parseLines` takes any text. */
export function parsePaste(pasted: string, isTracked: (token: string) => boolean): ImportPreview {
  if (pasted.length > MAX_PASTE_CHARS) return tooMuch
  const visible = visibleText(pasted)
  const share = shareIn(visible)
  if (share !== undefined) return { added: [], present: [], refused: [], ignored: 0, share }
  const { text, hadSecrets } = withoutSecrets(visible)
  const identifiers = identifiersOf(text)
  const { certain } = identifiers
  const rows = certain ? withoutMarkup(text) : text.replace(EXCEL_SEPARATOR, '')
  const { taken, ignored } =
    parseJson(text) ?? parseTable(rows, identifiers) ?? parseLines(rows, identifiers, hadSecrets)
  const names = new Map<string, string | undefined>()
  // What the form of the text did not show as a token is one all the same.
  const further = certain ? identifiers.in(text).map(word => ({ word, name: undefined })) : []
  for (const { word, name = '' } of [...taken, ...further]) {
    const token = certain ? (identifiers.in(word)[0] ?? '') : tokenIn(word)
    // An address without a token was only there for its key.
    if (token === '' || (hadSecrets && token.includes('://'))) continue
    names.set(token, names.get(token) ?? normalizeName(name))
    if (names.size > MAX_RENTALS) return tooMuch
  }
  const rentals = [...names].map(([token, name]) => ({ token, ...(name !== undefined && { name }) }))
  const preview = classifyRentals(rentals, isTracked, ignored)
  const written = text
    .slice(0, 2 * MAX_QUERY_CHARS)
    .replace(/\s+/g, ' ')
    .trim()
  const query = unquoted(written)
  const isSearch =
    !(hadSecrets || preview.present.length > 0 || rentals.some(isLikely)) &&
    written.length <= MAX_QUERY_CHARS &&
    QUERY.test(written)
  return {
    ...preview,
    ...(hadSecrets && { hadSecrets }),
    ...(!certain && preview.added.length > 0 && { isUnusual: true }),
    ...(isSearch && { query }),
  }
}

function isLikely({ token }: { token: string }): boolean {
  return looksLikeIdentifier(token)
}

/** Cells and lines of HTML, without its other elements. */
function withoutMarkup(text: string): string {
  return text
    .replace(EXCEL_SEPARATOR, '')
    .replace(/<\/t[dh]>/gi, '\t')
    .replace(/<(?:\/?(?:tr|p|li|div)|br)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z]+(?:\s[^<>]*)?>/gi, ' ')
}
