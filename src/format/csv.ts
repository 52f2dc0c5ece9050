import type { Decimal } from '../api/rental.ts'
import type { Language } from '../i18n/resolve-locale.ts'
import { localDay, localMinute } from '../lib/local-time.ts'

/** `at` in milliseconds since 1970. */
export type CsvValue =
  | string
  | number
  | { readonly decimal: Decimal | undefined }
  | { readonly at: number | undefined }
  | { readonly phone: string }
  | undefined

export const decimalMarks: Readonly<Record<Language, ',' | '.'>> = { fr: ',', en: '.' }

/** What makes spreadsheets take a text for a formula, in the forms of every keyboard. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** Texts that a spreadsheet reads as numbers or dates, and of those the ones that it changes. */
const NUMBERLIKE = /^[\d\s.,:/-]+$/
const CHANGED = /^0\d|^\d{12}|^\d+[\s.,:/-]+\d/
const EXPONENT = /^\d+([.,]\d+)?e[+-]?\d+$/i

/**
 * As spreadsheets in French open it: UTF-8 with a byte order mark, semicolons, CRLF, quotes as in RFC 4180. Our own
 * numbers are bare, with the decimal mark given; moments are local, `2026-11-23 14:02`. A text that a spreadsheet
 * would calculate, or change because it reads it as a number or a date (a long token of digits, the postcode 02200),
 * gets an apostrophe in front, by which spreadsheets mark text; pasting such a file back drops it. Names of months
 * («mars 2026») are left to the spreadsheet.
 */
export function writeCsv(rows: readonly (readonly CsvValue[])[], decimalMark: ',' | '.'): string {
  const lines = rows.map(row => row.map(cell => quoted(written(cell, decimalMark))).join(';'))
  return `\ufeff${lines.map(line => `${line}\r\n`).join('')}`
}

function written(cell: CsvValue, decimalMark: string): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return inert(cell)
  if (typeof cell === 'number') return String(cell).replace('.', decimalMark)
  // For dialling, so without an apostrophe.
  if ('phone' in cell) return cell.phone
  if ('decimal' in cell) return cell.decimal?.replace('.', decimalMark) ?? ''
  return cell.at === undefined ? '' : `${localDay(cell.at)} ${localMinute(cell.at)}`
}

function inert(text: string): string {
  const bare = text.trim()
  const isChanged = EXPONENT.test(bare) || (NUMBERLIKE.test(bare) && CHANGED.test(bare))
  return FORMULA.test(text) || isChanged ? `'${text}` : text
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
