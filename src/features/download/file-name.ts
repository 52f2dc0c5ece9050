import type { FileContent } from '../../api/parse-file.ts'

/** What some file system does not allow in a name, and what would be displayed otherwise than it is. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** With the day and an ending within every file system's 255 bytes. */
const MAX_FILE_NAME_CHARS = 56

/** Accepted from a reply's headers: data and tables, and nothing that runs. */
const known = ['csv', 'tsv', 'txt', 'json', 'xml', 'zip', 'gz', 'xls', 'xlsx', 'ods', 'pdf']

const byType: ReadonlyMap<string, string> = new Map([
  ['text/csv', 'csv'],
  ['application/csv', 'csv'],
  ['text/tab-separated-values', 'tsv'],
  ['application/zip', 'zip'],
  ['application/x-zip-compressed', 'zip'],
  ['application/gzip', 'gz'],
  ['application/x-gzip', 'gz'],
  ['application/pdf', 'pdf'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
])

/** Signatures of files whose headers say nothing. */
const byStart = [
  { start: [0x50, 0x4b, 0x03, 0x04], ending: 'zip' },
  { start: [0x1f, 0x8b], ending: 'gz' },
  { start: [0x25, 0x50, 0x44, 0x46], ending: 'pdf' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], ending: 'xls' },
]

/** `Ouverture Compiègne 2026-11-24.csv`: a name that every system takes; `day` is `2026-11-24`. */
export function fileName(name: string, day: string, ending: string): string {
  const plain = name.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')
  const short = Array.from(plain).slice(0, MAX_FILE_NAME_CHARS).join('')
  const trimmed = short.replace(/^[\s.~-]+|[\s.]+$/g, '')
  return `${[trimmed, day].filter(Boolean).join(' ')}.${ending}`
}

type Named = { bytes: Uint8Array; type: string; disposition: string }

/** By the content, or else by the headers or the first bytes. */
export function endingOf({ bytes, type, disposition }: Named, { form }: FileContent): string {
  if (form === 'list' || form === 'json') return 'json'
  if (form === 'xml') return 'xml'
  const named = /\.([a-z\d]{2,4})["';\s]*$/i.exec(disposition)?.[1]?.toLowerCase()
  if (named !== undefined && known.includes(named)) return named
  const typed = byType.get(type.split(';')[0]?.trim().toLowerCase() ?? '')
  if (typed !== undefined) return typed
  if (form === 'text') return 'csv'
  return byStart.find(({ start }) => start.every((byte, index) => bytes[index] === byte))?.ending ?? 'bin'
}
