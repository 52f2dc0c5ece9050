import { parseCsv } from '../../lib/parse-csv.ts'
import { countWords, type Extraction, type TokenMatch, unquoted, wordsOf } from '../../rentals/extraction.ts'
import { canBeName, type Identifiers } from '../../rentals/identifiers.ts'

type Row = readonly string[]
type Columns = { token: number; name: number | undefined; body: readonly Row[] }

/** Without accents, in lower case. */
const tokenHeadings: ReadonlySet<string> = new Set([
  'token',
  'tokens',
  'identifiant',
  'identifiants',
  'identifiant de location',
  'id',
])
const nameHeadings: ReadonlySet<string> = new Set([
  'nom',
  'name',
  'label',
  'libelle',
  'titre',
  'campagne',
  'nom de la location',
])

/** Wider rows are no table: every column is searched in every row. */
const MAX_COLUMNS = 200

/** Above the headings. */
const MAX_TITLE_ROWS = 10

const MAX_HEADING_CHARS = 60

/**
 * Rows separated by tabs, semicolons or commas are a table when the first row names the column of tokens, or when
 * all have the same two cells or more and exactly one column holds mostly identifiers; with `;` or `,` it needs a
 * column of names too, and with `,` at least two rows. Names are in the column with such a heading, or in the
 * nearest column of text, right before left.
 */
export function parseTable(text: string, identifiers: Identifiers): Extraction | undefined {
  const dense = text.replace(/[\r\n]+/g, '\n')
  for (const delimiter of ['\t', ';', ',', '|']) {
    // A single column is the same with any delimiter.
    if (delimiter !== '\t' && !dense.includes(delimiter)) continue
    const rows = parseCsv(dense, delimiter)
      .map(row => row.map(cell => cell.trim()))
      .filter(row => row.some(cell => /[^-: ]/.test(cell)))
    if (rows.some(row => row.length > MAX_COLUMNS)) continue
    const columns = columnsByHeading(rows, identifiers) ?? columnsByContent(rows, identifiers, delimiter)
    if (columns !== undefined) return readRows(columns, identifiers)
  }
  return undefined
}

function columnsByHeading(rows: readonly Row[], identifiers: Identifiers): Columns | undefined {
  const isHead = (row: Row) => row.some(cell => tokenHeadings.has(folded(cell)))
  const at = Math.max(0, rows.slice(0, MAX_TITLE_ROWS).findIndex(isHead))
  const [head = [], ...body] = rows.slice(at)
  const token = head.findIndex(cell => tokenHeadings.has(folded(cell)))
  if (token === -1 || body.length === 0) return undefined
  // A single word at the top of a list may be a token itself.
  if (head.length === 1 && !isMostly(body, token, identifiers.has)) return undefined
  const name = head.findIndex(cell => nameHeadings.has(folded(cell)))
  return { token, name: name === -1 ? nearestNames(body, token, identifiers) : name, body }
}

function columnsByContent(
  rows: readonly Row[],
  identifiers: Identifiers,
  delimiter: string,
): Columns | undefined {
  const width = rows[0]?.length ?? 0
  if (width < 2 || rows.length < (delimiter === ',' ? 2 : 1)) return undefined
  const isLoose = identifiers.certain && (delimiter === '\t' || delimiter === ';')
  if (!isLoose && rows.some(row => row.length !== width)) return undefined
  const body = rows.length > 1 && rows[0]?.every(isHeading) ? rows.slice(1) : rows
  const holding = Array.from({ length: width }, (_, at) => at).filter(at =>
    isMostly(body, at, identifiers.has),
  )
  const [token, ...others] = holding
  if (token === undefined || others.length > 0) return undefined
  const name = nearestNames(body, token, identifiers)
  return name === undefined && delimiter !== '\t' ? undefined : { token, name, body }
}

function readRows({ token, name, body }: Columns, identifiers: Identifiers): Extraction {
  const taken: TokenMatch[] = []
  let ignored = 0
  for (const row of body) {
    const cell = unmarked(row[token] ?? '')
    const words = isTotal(row) ? [] : wordsOf(cell)
    const known = identifiers.certain
      ? identifiers.in(cell)
      : words.length === 1
        ? words
        : words.filter(identifiers.has)
    const nameCell = name !== undefined && known.length === 1 ? row[name] : undefined
    for (const word of known) taken.push({ word, name: nameCell && unmarked(nameCell) })
    const passedOver = row.filter((_, at) => at !== token && !(at === name && nameCell !== undefined))
    ignored += countWords(passedOver.join(' ')) + Math.max(0, words.length - known.length)
  }
  return { taken, ignored }
}

function nearestNames(body: readonly Row[], token: number, identifiers: Identifiers): number | undefined {
  const width = body.reduce((widest, row) => Math.max(widest, row.length), 0)
  const byDistance = Array.from({ length: width }, (_, distance) => [
    token + distance + 1,
    token - distance - 1,
  ])
  return byDistance.flat().find(at => isMostly(body, at, cell => canBeName(cell, identifiers)))
}

/** True when more than half of the filled cells of a column pass. */
function isMostly(rows: readonly Row[], column: number, passes: (cell: string) => boolean): boolean {
  const cells = rows.map(row => row[column] ?? '').filter(cell => cell !== '')
  return cells.filter(cell => passes(unmarked(cell))).length * 2 > cells.length
}

function isHeading(cell: string): boolean {
  return !/\d/.test(cell)
}

function isTotal(row: Row): boolean {
  return row.some(cell => /^(?:grand |sub|sous-)?tota(?:l|ux)\b/i.test(cell))
}

/** Drops what marks a cell as text: the apostrophe of `writeCsv`, and `="…"`. */
function unmarked(cell: string): string {
  return /^=?["'].*["']$/s.test(cell) ? unquoted(cell) : cell.replace(/^'(?=[-=+@\d])/, '')
}

function folded(cell: string): string {
  if (cell.length > MAX_HEADING_CHARS) return ''
  return cell.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
