import { parseCsv } from '../../lib/parse-csv.ts'
import {
  canBeName,
  hasDigit,
  type Identifiers,
  readableWords,
  unquoted,
  wordsOf,
} from '../../rentals/identifiers.ts'
import { tokensByName } from '../../rentals/key-names.ts'

export type TokenMatch = { readonly word: string; readonly name?: string | undefined }

export type Extraction = {
  readonly taken: readonly TokenMatch[]
  /** Words skipped because better ones stand beside them. */
  readonly ignored: readonly string[]
}

type Row = readonly string[]
type Columns = { token: number; name: number | undefined; body: readonly Row[] }

/** Without accents, in lower case. */
const TOKEN_HEADING =
  /^(?:(?:rental|location)s? )?(?:tokens?|jetons?|identifiants?|ids?)(?: (?:de |of )?(?:la |the )?(?:location|rental)s?)?$/
const NAME_HEADING =
  /^(?:(?:rental|campaign) )?(?:nom|name|label|libelle|titre|title|campagne|campaign)(?: (?:de |of )?(?:la |the )?(?:location|rental|campagne|campaign))?$/
/** Of columns with words that are no names. */
const OTHER_HEADING =
  /^(?:statuts?|status|etat|state|sexe?|type|ciblage|targeting|localisation|departement|department|ville|city)$/

/** The first line by which a CSV tells Excel its delimiter. */
const EXCEL_DELIMITER = /^\s*"?sep=(.)"?[ \t]*\r?\n/i

/** Wider rows are no table: every column is searched in every row. */
const MAX_COLUMNS = 200

/** Above the headings. */
const MAX_TITLE_ROWS = 10

const MAX_HEADING_CHARS = 60

/** What a spreadsheet shows instead of a value: `#N/A`, `#REF!`. */
const FAULT = /^#[A-Z\d/]{2,}[!?]?$/

/** Quotation of mails, and a list's bullets or numbers. */
const LEAD = /^(?:\s*(?:>|[-*•·–](?=\s)|\d{1,3}[.)](?=\s)))+\s*/

/** A first word, perhaps in quotation marks, and what follows a delimiter. */
const NAMED = /^["'`“«*]{0,2}\s?([\w-]+)\s?["'`”»*]{0,2}[^\S\t]*(\t|[;,:|]|[-–—=](?=\s))(.+)$/u

const NO_WORD = /^[\p{P}\p{S}]*$/u

/** Reads a table, or else lines; HTML counts as what it shows. */
export function parseRows(written: string, identifiers: Identifiers, hadSecrets: boolean): Extraction {
  const text = withoutMarkup(written.replace(EXCEL_DELIMITER, ''))
  return (
    parseTable(text, identifiers, EXCEL_DELIMITER.exec(written)?.[1]) ??
    parseLines(text, identifiers, hadSecrets)
  )
}

function withoutMarkup(text: string): string {
  if (!/<\/?[a-z]/i.test(text)) return text
  return text
    .replace(/<\/t[dh]>/gi, '\t')
    .replace(/<(?:\/?(?:table|t?head|t?body|tr|p|li|ul|ol|div|pre|h\d)|br)\b[^<>]*>/gi, '\n')
    .replace(/<\/?(?:a|b|i|u|em|strong|span|font|code|mark|small|td|th)\b[^<>]*>/gi, ' ')
}

/**
 * Rows are a table when one of the first names the column of tokens, or when all have the same two cells or more and
 * exactly one column holds mostly identifiers; except with tabs it needs a column of names too, and with `,` at least
 * two rows. Names are in the column with such a heading, or in the nearest column of text, right before left.
 */
function parseTable(text: string, identifiers: Identifiers, own: string | undefined): Extraction | undefined {
  // A cell such as ="Oise; Nord" is quoted, too.
  const dense = text.replace(/[\r\n]+/g, '\n').replace(/(^|[\t;,|\n])="(?!")/g, '$1"')
  for (const delimiter of [...(own ?? ''), '\t', ';', ',', '|']) {
    // A single column is the same with any delimiter.
    if (delimiter !== '\t' && !dense.includes(delimiter)) continue
    const rows = parseCsv(dense, delimiter)
      .map(row => row.map(cell => cell.trim()))
      .filter(row => row.some(cell => /[^-: ]/.test(cell)))
    if (rows.some(row => row.length > MAX_COLUMNS)) continue
    const columns = columnsOf(rows, identifiers, delimiter)
    if (columns !== undefined) return readTable(columns, identifiers)
  }
  return undefined
}

function columnsOf(rows: readonly Row[], identifiers: Identifiers, delimiter: string): Columns | undefined {
  const isFirstHead = rows.length > 1 && rows[0]?.every(cell => !/\d/.test(cell))
  const named = rows
    .slice(0, MAX_TITLE_ROWS)
    .findIndex(row => row.some(cell => TOKEN_HEADING.test(folded(cell))))
  const at = named === -1 && isFirstHead ? 0 : named
  const head = rows[at] ?? []
  const body = rows.slice(at + 1)
  const isOfTokens = (column: number) => isMostly(body, column, identifiers.has)
  const holdsToken = (column: number) => body.some(row => identifiers.in(row[column] ?? '').length > 0)
  const byHeading = head.findIndex(
    (cell, column) =>
      TOKEN_HEADING.test(folded(cell)) &&
      body.length > 0 &&
      (isOfTokens(column) || (identifiers.certain ? holdsToken(column) : isTable(rows))),
  )
  const token = byHeading === -1 ? columnByContent(rows, isOfTokens, identifiers, delimiter) : byHeading
  if (token === undefined) return undefined
  const titled = head.findIndex((cell, column) => column !== token && NAME_HEADING.test(folded(cell)))
  const name = titled === -1 ? nearestNames(head, body, token, identifiers) : titled
  return byHeading === -1 && name === undefined && delimiter !== '\t' ? undefined : { token, name, body }
}

function columnByContent(
  rows: readonly Row[],
  isOfTokens: (column: number) => boolean,
  identifiers: Identifiers,
  delimiter: string,
): number | undefined {
  const width = widest(rows)
  if (width < 2 || rows.length < (delimiter === ',' ? 2 : 1)) return undefined
  const isLoose = identifiers.certain && (delimiter === '\t' || delimiter === ';')
  if (!isLoose && rows.some(row => row.length !== width)) return undefined
  const [token, ...others] = Array.from({ length: width }, (_, column) => column).filter(isOfTokens)
  return others.length > 0 ? undefined : token
}

function readTable({ token, name, body }: Columns, identifiers: Identifiers): Extraction {
  const taken: TokenMatch[] = []
  const ignored: string[] = []
  for (const row of body) {
    const cell = unmarked(row[token] ?? '')
    const words = isTotal(row) && !identifiers.certain ? [] : wordsOf(cell)
    const isOne = words.length === 1 && !identifiers.certain
    const known = isOne ? words : identifiers.in(words.join(' '))
    const isNamed = name !== undefined && known.length === 1 && !FAULT.test(row[name] ?? '')
    const nameCell = isNamed ? row[name] : undefined
    for (const word of known) taken.push({ word, name: nameCell && unmarked(nameCell) })
    const passedOver = row.filter((_, at) => at !== token && !(at === name && nameCell !== undefined))
    for (const word of [...readableWords(passedOver.join(' ')), ...without(words, known, identifiers)])
      ignored.push(word)
  }
  return { taken, ignored }
}

/** The words in which no token stands, bare or as `token=abc`. */
function without(words: readonly string[], tokens: readonly string[], { in: tokensOf }: Identifiers) {
  const taken = new Set(tokens)
  const isTaken = (word: string) =>
    [word, unquoted(word), ...tokensOf(word), ...tokensByName(word)].some(part => taken.has(part))
  return taken.size === 0 ? words : words.filter(word => !isTaken(word))
}

function nearestNames(
  head: Row,
  body: readonly Row[],
  token: number,
  identifiers: Identifiers,
): number | undefined {
  return Array.from({ length: widest(body) }, (_, at) => [token + at + 1, token - at - 1])
    .flat()
    .filter(column => !OTHER_HEADING.test(folded(head[column] ?? '')))
    .find(column => isMostly(body, column, cell => canBeName(cell, identifiers)))
}

/** Of several columns, or of one with a single word in each row. */
function isTable(rows: readonly Row[]): boolean {
  return widest(rows) > 1 || rows.every(([cell = '']) => wordsOf(cell).length === 1)
}

function widest(rows: readonly Row[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0)
}

/** True when more than half of the filled cells of a column pass. */
function isMostly(rows: readonly Row[], column: number, passes: (cell: string) => boolean): boolean {
  const cells = rows.map(row => row[column] ?? '').filter(cell => cell !== '')
  return cells.filter(cell => passes(unmarked(cell))).length * 2 > cells.length
}

function isTotal(row: Row): boolean {
  return row.some(cell => /^(?:grand |sub|sous[- ])?tota(?:l|ux)(?: g[ée]n[ée]ral)?[^\p{L}]*$/iu.test(cell))
}

/** Drops what marks a cell as text: the apostrophe of `writeCsv`, `="…"`, and the marks of Markdown. */
function unmarked(cell: string): string {
  return /^(?:=?["'].*["']|`.*`|\*\*.*\*\*)$/s.test(cell)
    ? unquoted(cell)
    : cell.replace(/^'(?=[-=+@\d])/, '')
}

function folded(cell: string): string {
  if (cell.length > MAX_HEADING_CHARS) return ''
  return cell
    .normalize('NFD')
    .replace(/[\p{M}*]/gu, '')
    .toLowerCase()
}

/**
 * «token, name» (also separated by a tab, `;`, `:`, `|` or a dash) is a token with its name when the first word looks
 * like an identifier and the rest can be a name. Elsewhere what looks like an identifier is taken. Without the
 * provider's own tokens a word counts as well where it stands alone on its line or between delimiters; in a text with
 * prose only with a digit in it, and not in one that `hadSecrets`, which is code or settings.
 */
function parseLines(text: string, identifiers: Identifiers, hadSecrets: boolean): Extraction {
  const byName = hadSecrets && !identifiers.certain ? tokensByName(text) : []
  if (byName.length > 0)
    return {
      taken: byName.map(word => ({ word })),
      ignored: without(readableWords(text), byName, identifiers),
    }
  const lines = text
    .split(/[\r\n\u2028\u2029]+/)
    .flatMap(recordsIn)
    .map(written => {
      const line = written.replace(LEAD, '')
      const cells = identifiers.certain ? [line] : line.split(/[,;\t|]/).map(cell => cell.trim())
      return { named: readNamed(line, identifiers), cells }
    })
  const isProse = lines.some(({ named, cells }) => !named && cells.some(cell => isProseIn(cell, identifiers)))
  const taken: TokenMatch[] = []
  const ignored: string[] = []
  for (const { named, cells } of lines) {
    if (named !== undefined) taken.push(named)
    else {
      for (const cell of cells) {
        const tokens = tokensIn(cell)
        for (const word of tokens) taken.push({ word })
        for (const word of without(readableWords(cell), tokens, identifiers)) ignored.push(word)
      }
    }
  }
  return { taken, ignored }

  /** «token, name; token, name» on one line. */
  function recordsIn(line: string): readonly string[] {
    if (!line.includes(';')) return [line]
    const records = line.split(';').map(record => record.trim())
    return records.every(record => readNamed(record, identifiers)) ? records : [line]
  }

  function tokensIn(cell: string): readonly string[] {
    const byName = identifiers.certain ? [] : wordsOf(cell).flatMap(tokensByName)
    if (byName.length > 0) return byName
    if (identifiers.certain || hadSecrets || /\s/.test(cell)) return identifiers.in(cell)
    return [unquoted(cell)].filter(word => !NO_WORD.test(word) && (!isProse || hasDigit(word)))
  }
}

function isProseIn(cell: string, identifiers: Identifiers): boolean {
  return /\s/.test(cell) && /\p{L}/u.test(cell) && identifiers.in(cell).length === 0
}

function readNamed(line: string, identifiers: Identifiers): TokenMatch | undefined {
  const [, word = '', delimiter = '', rest = ''] = NAMED.exec(line) ?? []
  const isCell = !identifiers.certain && /[;\t,|]/.test(delimiter)
  // Prose has a space behind its semicolons.
  const isSheet = /[;\t]/.test(delimiter) && /^\S+ /.test(rest)
  const isToken = identifiers.has(word) || (isCell && (hasDigit(word) || isSheet))
  if (!isToken || !canBeName(rest, identifiers)) return undefined
  const cells = delimiter === '\t' || delimiter === ';' ? rest.split(delimiter) : [rest]
  const name = cells.find(cell => canBeName(cell, identifiers))
  return { word, name: name?.trim().replace(/^"(.*)"$/, '$1') }
}
