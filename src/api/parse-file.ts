import { detectFormat } from './detect-format.ts'
import { ALL_IS_WELL, DecodeError } from './errors.ts'
import type { FetchedFile } from './fetch-file.ts'
import { countNumbers, isPhoneNumber, type NumberTable, numberTable } from './number-table.ts'
import { parseReply } from './parse-reply.ts'
import { parseXml } from './parse-xml.ts'
import { decodeText } from './read-body.ts'
import { providerError, replyError, toldSchema } from './reply-error.ts'

/** `numbers` counts phone numbers; undefined where that cannot be told. */
export type FileContent =
  /** A JSON reply with a list of numbers. */
  | { readonly form: 'list'; readonly table: NumberTable; readonly numbers: number }
  | { readonly form: 'json' | 'xml' | 'text'; readonly numbers: number | undefined }
  | { readonly form: 'binary'; readonly numbers: undefined }

const SNIFFED_BYTES = 4_096

/**
 * Goes by the bytes: the headers of a reply whose form nobody documents may say anything.
 * No error repeats any of it: the numbers are personal data.
 * @throws ApiError or RateLimitError when the reply names an error, DecodeError `empty`, `html` or `truncated` when
 * it is no file.
 */
export function parseFile({ bytes, type }: FetchedFile): FileContent {
  if (isBinary(bytes)) return { form: 'binary', numbers: undefined }
  const text = decodeText(bytes, type).trim()
  if (detectFormat(text) === 'xml') return readXmlFile(text)
  return /^[[{]/.test(text) ? readJsonFile(text) : { form: 'text', numbers: countInLines(text) }
}

/** True for bytes that no text has, unless a mark says that it is UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return !isUtf16 && bytes.subarray(0, SNIFFED_BYTES).some(byte => byte < 9 || (byte > 13 && byte < 27))
}

function readJsonFile(text: string): FileContent {
  const value = parse(text)
  const table = numberTable(value)
  const verdict = toldSchema.safeParse(value).data ?? {}
  const { code, words } = replyError(verdict)
  const namesError = (code !== undefined && code !== ALL_IS_WELL) || verdict.error || verdict.errors
  if (verdict.success === false || (namesError && !table?.rows.length)) throw providerError(code, words)
  if (table === undefined) return { form: 'json', numbers: undefined }
  return { form: 'list', table, numbers: countNumbers(table) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DecodeError('truncated')
  }
}

function readXmlFile(text: string): FileContent {
  if (parseXml(text) === undefined) throw new DecodeError('truncated')
  try {
    parseReply(text)
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
  }
  const texts = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1').match(/(?<=>)[^<>]+(?=<)/g) ?? []
  return { form: 'xml', numbers: texts.filter(isPhoneNumber).length }
}

/** Counts the lines that hold a number, or the numbers where all of them stand on one line. */
function countInLines(text: string): number {
  let lines = 0
  let cells = 0
  for (const line of text.split(/[\r\n]+/)) {
    const inLine = line.split(/[;,\t|]/).filter(cell => isPhoneNumber(cell.replace(/["']/g, ''))).length
    cells += inLine
    if (inLine > 0) lines += 1
  }
  return lines === 1 ? cells : lines
}
