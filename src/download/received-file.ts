import type { FetchedFile } from '../api/fetch-file.ts'
import type { NumberTable } from '../api/number-table.ts'
import { parseFile } from '../api/parse-file.ts'
import { isPhoneNumber } from '../api/phone-number.ts'
import { type CsvValue, writeCsv } from '../domain/csv.ts'
import { endingOf } from './file-name.ts'

/** A way in which a file that came can be saved: as a table, or as it came, byte for byte. */
export type FileForm = 'csv' | 'as-it-came'

/** What can be said of a file that came whole, without anything of what is in it. */
export type FileFacts = {
  /** Bytes. */
  readonly size: number
  /** Numbers counted in it; undefined where that cannot be told. */
  readonly numbers: number | undefined
  /** The ways to save it, the best first, each with the ending of its name. */
  readonly forms: readonly { readonly form: FileForm; readonly ending: string }[]
}

/** A file in the hand: what it is, and its bytes until they are let go. */
type ReceivedFile = { readonly facts: FileFacts; readonly blobs: ReadonlyMap<FileForm, Blob> }

/**
 * Makes a file of what came.
 * @throws ApiError or DecodeError when it is none: `src/api/parse-file.ts`.
 */
export function receivedFile(fetched: FetchedFile): ReceivedFile {
  const content = parseFile(fetched)
  const asItCame = new Blob([fetched.bytes], { type: 'application/octet-stream' })
  const facts = { size: fetched.bytes.byteLength, numbers: content.numbers }
  const raw = { form: 'as-it-came', ending: endingOf(fetched, content) } as const
  if (content.form !== 'list')
    return { facts: { ...facts, forms: [raw] }, blobs: new Map([[raw.form, asItCame]]) }
  const csv = new Blob([tableCsv(content.table)], { type: 'text/csv;charset=utf-8' })
  return {
    facts: { ...facts, forms: [{ form: 'csv', ending: 'csv' }, raw] },
    blobs: new Map([
      ['csv', csv],
      [raw.form, asItCame],
    ]),
  }
}

/**
 * A list of numbers as CSV. Numbers alone stand one on a line and nothing else, ready to be read in elsewhere; a list
 * with more to it is a table as spreadsheets open it. Numbers are as they came.
 */
export function tableCsv({ head, rows }: NumberTable): string {
  const isBare = head === undefined && rows.every(row => row.length === 1)
  const table = writeCsv([...(head === undefined ? [] : [head]), ...rows.map(row => row.map(toCell))], '.')
  return isBare ? table.replace('\ufeff', '') : table
}

function toCell(text: string): CsvValue {
  return isPhoneNumber(text) ? { phone: text } : text
}
