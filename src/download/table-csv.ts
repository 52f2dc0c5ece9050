import type { NumberTable } from '../api/number-table.ts'
import { isPhoneNumber } from '../api/phone-number.ts'
import { type CsvValue, writeCsv } from '../domain/csv.ts'

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
