import { parseCsv } from '../lib/parse-csv.ts'
import { looksLikeIdentifier } from './identifiers.ts'
import { isKeyName } from './key-names.ts'

/** Where the headings of a table are looked for: below a title or two. */
const HEAD = { characters: 5_000, rows: 10 }

/** The shortest word (characters) in such a column that is a key. */
const MIN_KEY_CHARS = 4

/** The words in the columns of a table that have the name of a key for a heading. */
export function keysInColumns(text: string): readonly string[] {
  const aligned = text.replace(/ +/g, '\t')
  return [
    ...['\t', ';', ',', '|'].flatMap(delimiter => inColumns(text, delimiter)),
    ...inColumns(aligned, '\t').filter(looksLikeIdentifier),
  ]
}

function inColumns(text: string, delimiter: string): readonly string[] {
  const at = headingAt(parseCsv(text.slice(0, HEAD.characters), delimiter).slice(0, HEAD.rows))
  if (at === -1) return []
  const [head = [], ...body] = parseCsv(text, delimiter).slice(at)
  const columns = head.flatMap((cell, column) => (isKeyHeading(cell) ? column : []))
  const cells = body.flatMap(row => columns.map(column => (row[column] ?? '').trim()))
  return cells.filter(cell => cell.length >= MIN_KEY_CHARS && !/\s/.test(cell))
}

function headingAt(rows: readonly (readonly string[])[]): number {
  return rows.findIndex(
    row =>
      row.length > 1 &&
      row.some(isKeyHeading) &&
      !row.some(cell => /[=:]/.test(cell) || looksLikeIdentifier(cell.trim())),
  )
}

function isKeyHeading(cell: string): boolean {
  return cell.length <= 40 && !/[=:&]/.test(cell) && isKeyName(cell)
}
