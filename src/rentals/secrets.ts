import { parseCsv } from '../lib/parse-csv.ts'
import { looksLikeIdentifier } from './identifiers.ts'
import { isKeyName, namesKey } from './key-names.ts'
import { plainWriting } from './plain-writing.ts'
import { type Span, secretsIn } from './secret-spans.ts'

type Bare = { readonly text: string; readonly hadSecrets: boolean }

/** User and password in an address. */
const USER_INFO = /(?<=:\/\/)[^\s/@"'<>?#]{1,200}@/g

/**
 * Removes keys and passwords: whatever has such a name in an address, code, settings, a header, prose or a column, and
 * wherever else it occurs. Takes time in proportion to the text.
 */
export function withoutSecrets(written: string): Bare {
  const plain = plainWriting(written)
  const known = new Set<string>()
  const text = plain
    .replace(USER_INFO, '')
    .replace(VALUE_BEFORE_NAME, (pair, value: string, name: string) => {
      if (!isKeyName(name)) return pair
      known.add(value.toLowerCase())
      return ''
    })
  let bare = text
  if (known.size > 0 || namesKey(text)) {
    for (const cell of keysInColumns(text)) known.add(cell.toLowerCase())
    const spans = secretsIn(text)
    for (const span of spans) for (const word of tellingWords(text, span)) known.add(word.toLowerCase())
    bare = without(known, cut(text, spans))
  }
  return bare === plain ? { text: written, hadSecrets: false } : { text: bare, hadSecrets: true }
}

/** In one element or object: `value="K" name="apiKey"`. */
const VALUE_BEFORE_NAME =
  /\bvalue["']?\s{0,4}[=:]\s{0,4}["']?([^"'<>{}\s]{4,400})["'\s,]{1,8}[^<>{}]{0,200}?\b(?:name|key|id)["']?\s{0,4}[=:]\s{0,4}["']?([^"'<>{},]{1,40})/gi

/** Words of a key that are recognised where it occurs without its name. */
function tellingWords(text: string, { start, end }: Span): readonly string[] {
  const words = text.slice(start, end).match(/[\w-]{6,}/g) ?? []
  return words.filter(word => /\d/.test(word) || word.length >= 16)
}

/** Removes the spans; where a number had a quoted name, a 0 keeps the JSON valid. */
function cut(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, isBare = false } of spans) {
    parts.push(text.slice(from, start), !isBare && /^\d+$/.test(text.slice(start, end)) ? '0' : '')
    from = end
  }
  return parts.join('') + text.slice(from)
}

function without(words: ReadonlySet<string>, text: string): string {
  if (words.size === 0) return text
  const has = (word: string) => words.has(word.toLowerCase())
  return text.replace(/[^\s"'`<>&,;|=]+/g, run =>
    has(run) ? '' : run.replace(/[\w-]+/g, word => (has(word) ? '' : word)),
  )
}

/** Headings of a table are searched here: below a title or two. */
const HEAD = { characters: 5_000, rows: 10 }

/** A shorter word in such a column is no key. */
const MIN_KEY_CHARS = 4

/** Words in table columns whose heading is the name of a key. */
function keysInColumns(text: string): readonly string[] {
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
