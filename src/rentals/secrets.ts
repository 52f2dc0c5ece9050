import { parseCsv } from '../lib/parse-csv.ts'
import { looksLikeIdentifier } from './identifiers.ts'
import { isKeyName, KEY_NAMES, namesKey } from './key-names.ts'
import { decodedText } from './plain-text.ts'

type Bare = { readonly text: string; readonly hadSecrets: boolean }

/** User and password in an address. */
const USER_INFO = /(?<=:\/\/)[^\s/@"'<>?#]{1,200}@/g

/**
 * Removes keys and passwords: whatever has such a name in an address, code, settings, a header, prose or a column, and
 * wherever else it occurs. Takes time in proportion to the text.
 */
export function withoutSecrets(written: string): Bare {
  const plain = decodedText(written)
  const text = plain.replace(USER_INFO, '')
  const known = new Set<string>()
  let bare = text
  if (namesKey(text)) {
    for (const cell of keysInColumns(text)) known.add(cell.toLowerCase())
    const spans = secretsIn(text)
    // `=3D…` may have been mail's equals sign, or the beginning of the key itself.
    for (const span of spans) for (const word of tellingWords(text, span)) known.add(word).add(`3d${word}`)
    bare = without(known, cut(text, spans))
  }
  return bare === plain ? { text: written, hadSecrets: false } : { text: bare, hadSecrets: true }
}

/** Words of a key that are recognised where it occurs without its name. */
function tellingWords(text: string, { start, end }: Span): readonly string[] {
  const words = text.slice(start, end).match(/[\w-]{6,}/g) ?? []
  return words.filter(word => /\d/.test(word) || word.length >= 16).map(word => word.toLowerCase())
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

/** Words in table columns whose heading is the name of a key. A sentence has a space behind its commas; blanks may be anything. */
function keysInColumns(text: string): readonly string[] {
  const aligned = text.replace(/ +/g, '\t')
  return [
    ...['\t', ';', ',', '|'].flatMap(delimiter => inColumns(text, delimiter, delimiter === ',' && /^\s/)),
    ...inColumns(aligned, '\t', /^/).filter(isLikeKey),
  ]
}

/** @param prose a row with such a cell may be a sentence */
function inColumns(text: string, delimiter: string, prose: RegExp | false): readonly string[] {
  const rows = parseCsv(text.slice(0, HEAD.characters), delimiter).slice(0, HEAD.rows)
  const at = headingAt(rows, prose)
  if (at === -1) return []
  const [head = [], ...body] = parseCsv(text, delimiter).slice(at)
  const columns = head.flatMap((cell, column) => (isKeyHeading(cell) ? column : []))
  const cells = body.flatMap(row => columns.map(column => (row[column] ?? '').trim()))
  return cells.filter(cell => cell.length >= MIN_KEY_CHARS && !/\s/.test(cell))
}

function headingAt(rows: readonly (readonly string[])[], prose: RegExp | false): number {
  return rows.findIndex(
    row =>
      row.length > 1 &&
      row.some(isKeyHeading) &&
      !(prose && row.some(cell => prose.test(cell)) && isSentence(row)) &&
      !row.some(cell => /[=:]/.test(cell) || looksLikeIdentifier(cell.trim())),
  )
}

/** Words of a sentence that no heading has: «le mdp suit par mail, merci». */
const PROSE =
  /(?<!\p{L})(?:le|la|les|ce|ton|votre|mon|je|vous|suit|suivra|arrive|arrivera|par|est|sera|the|this|your|is|will)(?!\p{L})/iu

function isSentence(row: readonly string[]): boolean {
  const names = row.some(cell => !isKeyHeading(cell) && /^\S*(?:token|jeton|identifiant)/i.test(cell.trim()))
  return !names && PROSE.test(row.join(' '))
}

function isKeyHeading(cell: string): boolean {
  return cell.length <= 40 && !/[=:&]/.test(cell) && isKeyName(cell)
}

/** `isBare`: with its name, which has no quotes and brackets around it. */
type Span = { start: number; end: number; isBare?: boolean }

/** Separates a name from its value, with the quotes and brackets that close the name: `"]=`, `' =>`, `:`. */
const SIGN =
  /(?:\[\w{0,20}\])?[^\S\r\n]{0,4}[\\"'`\])}»*]{0,6}[^\S\r\n]{0,4}(?:\??:[^\S\r\n]?str(?:ing)?[^\S\r\n]?=|\?:|:=|=>|->|={1,3}|::?|[：＝])/uy
const TAG_END = /[^<>]{0,100}>(?:<!\[CDATA\[)?/y

/** Before the value itself: white space, opening quotes and brackets, and operators that join two texts. */
const OPENING =
  /\s{0,8}(?:[|>][+-]?[^\S\r\n]{0,3}[\r\n]\s{0,20})?(?:<(?:b|i|strong|em|span|code|p|td|dd)\b[^<>]{0,200}>\s{0,8}){0,3}(?:[\\"'`]{1,4}[^\S\r\n]{0,3}[&+.][^\S\r\n]{0,3}(?=["'`]))?[\\"'`[{(«*]{0,6}[^\S\r\n]{0,2}/y
const SCHEME = /(?:bearer|basic|token|digest|apikey|key)[ :]+/iy

const UNMARKED = /(?:new |await )?[^\s&"'`<>,;|()[\]{}\\#]+(?:\([^)\r\n]{0,300}\)?)?/y
const MARKED: ReadonlyMap<string, RegExp> = new Map([
  ['"', /[^"\\\r\n]+/y],
  ["'", /[^'\\\r\n]+/y],
  ['`', /[^`\\\r\n]+/y],
  ['[', /[^\]]{1,10000}/y],
  ['{', /[^}]{1,10000}/y],
])

/** Where a value would stand: no value at all, or the name of the next one. */
const NO_VALUE =
  /^\s*["'`]?(?:(?:null|nil|none|true|false|undefined)(?![\w-])|[\w-]*tokens?(?:["'`\])]*\s*[=:]|["'`]))/i

/** Tells that the text is about a token, not a key. */
const OF_TOKEN = /token|jeton|identifiant|location|rental|&/i

const NEXT_LINE =
  /[^\S\r\n]*(?:\r?\n|\r)[^\S\r\n]*(?:<\w{1,20}>)?["'`*]{0,2}([\w-]+)["'`*]{0,2}(?:<\/\w{1,20}>)?[^\S\r\n]*(?=[\r\n]|$)/y

function secretsIn(text: string): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const { 0: name, index, groups } of text.matchAll(KEY_NAMES)) {
    if (index < from) continue
    const span =
      valueBefore(text, index, from) ??
      valueBehind(text, index, index + name.length) ??
      secretOf(text, index, name, groups?.weak !== undefined)
    if (span === undefined) continue
    spans.push(span.isBare ? { ...span, start: startOfName(text, index, from) } : span)
    from = Math.max(span.end, index + name.length)
    // «Les clés API sont K et K», «Clés API : K (test), K (prod)».
    while (PLURAL.test(name)) {
      const more = nearby(text, from)
      if (more === undefined || !BETWEEN.test(text.slice(from, more.start))) break
      spans.push(more)
      from = more.end
    }
  }
  return spans
}

/** What joins the keys of a list. */
const BETWEEN = /^(?:[\s,;&]|\([^()]*\)|(?:et|ou|and|or)(?!\p{L}))*$/iu
const PLURAL = /cl(?:é|e\u0301?)f?s|keys|tokens|mots/i

const NAMES = /\b(?:name|id|key)["']?\s{0,4}[=:]\s{0,4}["']?[\w-]{0,20}$/i

const VALUE = /\bvalue["']?\s{0,4}[=:]\s{0,4}["']?([^"'\s,]+)/i

/** `value="K" name="apiKey"`, in one element or object. */
function valueBefore(text: string, index: number, from: number): Span | undefined {
  if (!NAMES.test(text.slice(Math.max(from, index - 40), index))) return undefined
  const near = text.slice(Math.max(from, index - 600), index)
  const own = near.slice(1 + Math.max(...['<', '>', '{', '}'].map(sign => near.lastIndexOf(sign))))
  const [before = '', value = ''] = VALUE.exec(own) ?? []
  if (value === '') return undefined
  const end = index - own.length + own.indexOf(before) + before.length
  return { start: end - value.length, end }
}

/** `name="apiKey" value="K"`, over lines, too: `name: API_KEY` and `value: K`. */
function valueBehind(text: string, index: number, behind: number): Span | undefined {
  if (!NAMES.test(text.slice(Math.max(0, index - 40), index))) return undefined
  const [own = ''] = text.slice(behind, behind + 600).split(/[<>{}]|\b(?:name|id|key)["']?\s{0,4}[=:]/, 1)
  const found = VALUE.exec(own)
  if (!found) return undefined
  const end = behind + found.index + found[0].length
  return { start: end - (found[1] ?? '').length, end }
}

/** The value of the name at `index`: after a sign whatever it is, elsewhere only what looks like a key. */
function secretOf(text: string, index: number, name: string, isWeak: boolean): Span | undefined {
  const behind = index + name.length
  const isElement = /<[\w:.-]*$/.test(text.slice(Math.max(0, index - 40), index))
  const sign = endOf(isElement ? TAG_END : SIGN, text, behind)
  if (sign === undefined) {
    if (isWeak) return undefined
    const isName =
      /^secret$/i.test(name) &&
      isCampaign(text.slice(Math.max(0, index - 30), index), text.slice(behind, behind + 10))
    const near = isName ? undefined : (ahead(text, index, behind) ?? nearby(text, behind))
    return near ?? below(text, index, behind)
  }
  const before = endOf(OPENING, text, sign) ?? sign
  const bracket = text.slice(sign, before).search(/[[{]/)
  const opened = bracket === -1 ? before : sign + bracket + 1
  const start = /authorization/i.test(name) ? (endOf(SCHEME, text, opened) ?? opened) : opened
  const marks = text.slice(sign, opened).trim()
  const mark = marks.at(-1) ?? ''
  const isEmpty = marks.at(-2) === mark && /^[,;)}\]\s&]?$/.test(text.charAt(start))
  if (isEmpty || NO_VALUE.test(text.slice(start, start + 60))) return undefined
  const end = endOf(MARKED.get(mark) ?? UNMARKED, isWeak ? text.slice(0, start + 200) : text, start)
  if (end === undefined || (isWeak && !isLikeKey(text.slice(start, end)))) return undefined
  return { start, end, isBare: !isElement && !/[^\s=:>]/.test(text.slice(behind, start)) }
}

/** «Jardin secret», «Secret Santa»: a word stands beside it that belongs to no key. */
function isCampaign(before: string, after: string): boolean {
  const isAfterWord = /[\p{L}’']{2,}[ \t]+$/u.test(before) && !KEY_WORD.test(before)
  return (isAfterWord && !/^[ \t]*(?:est|is|[(–—-])/i.test(after)) || /^ \p{Lu}\p{Ll}/u.test(after)
}

const KEY_WORD = /(?<!\p{L})(?:client|app|api|le|un|ce|mon|ton|votre|the|my|your|shared)[ \t]+$/iu

const AHEAD =
  /([\w-]{8,})["'`]?[ \t;)]{0,4}(?:(?<is>est|is)|[(#]|\/\/|<-) {0,2}(?:(?:la|ma|notre|votre|the|my|our) )?$/i

/** `K (clé API)` to the end of a line, and «K est ma clé API». */
function ahead(text: string, index: number, behind: number): Span | undefined {
  const found = AHEAD.exec(text.slice(Math.max(0, index - 300), index))
  const isLast = /^[ \t]*[).]?[ \t]*(?:[\r\n]|$)/.test(text.slice(behind, behind + 20))
  const key = found?.[1] ?? ''
  if (!found || !isLikeKey(key) || !(isLast || found.groups?.is)) return undefined
  const start = index - found[0].length
  return { start, end: start + key.length }
}

/** The first word on the rest of the line that looks like a key, up to any mention of a token. */
function nearby(text: string, behind: number): Span | undefined {
  const rest = text.slice(behind, behind + 240).split(/[\r\n]/, 1)[0] ?? ''
  const stop = rest.search(OF_TOKEN)
  for (const { 0: word, index } of rest.slice(0, stop === -1 ? 100 : stop).matchAll(/[\w-]+/g)) {
    const start = behind + index
    if (isLikeKey(word)) return { start, end: endOf(/[\w-]+/y, text, start) ?? start }
  }
  return undefined
}

/** The words below a name that stands at the end of a line of its own, as long as they look like keys. */
function below(text: string, index: number, behind: number): Span | undefined {
  const [line = ''] = text
    .slice(Math.max(0, index - 100), index)
    .split(/[\r\n]/)
    .slice(-1)
  if (/[\t;,|]/.test(line) || OF_TOKEN.test(line) || hasIdentifier(line)) return undefined
  const start =
    endOf(/[^\S\r\n]*(?:<[^<>]{0,20}>)?[^\p{L}\p{N}\r\n\t;,|]{0,9}(?:\s{1,20}(?=[\r\n]))?/uy, text, behind) ??
    behind
  let end = start
  for (let next: number | undefined = start; next !== undefined; next = endOf(NEXT_LINE, text, end)) {
    if (next > end && !isLikeKey(text.slice(end, next).replace(/<[^<>]*>|[^\w-]/g, ''))) break
    end = next
  }
  return end === start ? undefined : { start, end }
}

function isLikeKey(value: string): boolean {
  return hasIdentifier(value) || /[\w-]{16}/.test(value)
}

function hasIdentifier(text: string): boolean {
  return text.split(/[^\w-]+/).some(looksLikeIdentifier)
}

function startOfName(text: string, index: number, from: number): number {
  let start = index
  while (start > from && /[\w.-]/.test(text.charAt(start - 1))) start -= 1
  return start
}

/** The end of a match at `at`; undefined without one. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
