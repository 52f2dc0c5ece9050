import type { FetchedFile } from '../../api/fetch-file.ts'
import { isPhoneNumber, type NumberTable } from '../../api/number-table.ts'
import { parseFile } from '../../api/parse-file.ts'
import type { Rental } from '../../api/rental.ts'
import { type CsvValue, writeCsv } from '../../format/csv.ts'
import { endingOf } from './file-name.ts'

export type FileForm = 'csv' | 'as-it-came'

/** Says nothing of the content itself. */
export type FileFacts = {
  /** Bytes. */
  readonly size: number
  /** Undefined where the numbers cannot be counted. */
  readonly numbers: number | undefined
  /** Best first, each with the ending of its name. */
  readonly forms: readonly { readonly form: FileForm; readonly ending: string }[]
}

type ReceivedFile = { readonly facts: FileFacts; readonly blobs: ReadonlyMap<FileForm, Blob> }

/** @throws ApiError or DecodeError when the reply is no file: `src/api/parse-file.ts`. */
export function receivedFile(fetched: FetchedFile): ReceivedFile {
  const content = parseFile(fetched)
  const asItCame = new Blob([fetched.bytes], { type: 'application/octet-stream' })
  const facts = { size: fetched.bytes.byteLength, numbers: content.numbers }
  const raw = { form: 'as-it-came', ending: endingOf(fetched, content) } as const
  const blobs = new Map<FileForm, Blob>([[raw.form, asItCame]])
  if (content.form !== 'list') return { facts: { ...facts, forms: [raw] }, blobs }
  blobs.set('csv', new Blob([tableCsv(content.table)], { type: 'text/csv;charset=utf-8' }))
  return { facts: { ...facts, forms: [{ form: 'csv', ending: 'csv' }, raw] }, blobs }
}

/** Whether a file holds as many numbers as were announced and paid for; undefined when there is nothing to compare. */
export function isCountRight(numbers: number | undefined, rental: Rental | undefined): boolean | undefined {
  const expected = [rental?.phoneNumbers, rental?.cost?.quantity].filter(count => count !== undefined)
  if (numbers === undefined || expected.length === 0) return undefined
  return expected.every(count => count === numbers)
}

/** A bare list has one number a line and nothing else, ready for import elsewhere. Numbers stay as they came. */
export function tableCsv({ head, rows }: NumberTable): string {
  const isBare = head === undefined && rows.every(row => row.length === 1)
  const table = writeCsv([...(head === undefined ? [] : [head]), ...rows.map(row => row.map(toCell))], '.')
  return isBare ? table.replace('\ufeff', '') : table
}

function toCell(text: string): CsvValue {
  return isPhoneNumber(text) ? { phone: text } : text
}
