import Big from 'big.js'
import { parseText } from './parse-fields.ts'
import type { Decimal } from './rental.ts'

/** A number as it was written, and what it may stand for: nothing, one value, or two that are a thousandfold apart. */
export type Written = { readonly text: string; readonly values: readonly Decimal[] }

const DECIMAL = /^(\d+)(?:[.,](\d+))?$/

/** Nearly every count, and there may be thousands. */
const PLAIN = /^(?:0|[1-9]\d{0,14})$/

/** Groups of three, all parted by the same sign: a space, an apostrophe, a comma or a point. */
const GROUPED = /^([1-9]\d{0,2}(?:([ \u00a0\u202f\u2007\u2009'’.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/

/** PHP's for very small and very large numbers: `9.0E-5`. */
const EXPONENT = /^\d+(?:\.\d+)?e[+-]?\d{1,2}$/i

const EURO = /^\s*(?:€|EUR)(?=[\s\d])|(?<=[\s\d])(?:€|EUR|euros?)\s*$/i

/** `1,234` and `1.234` may be read as decimals and as thousands. */
const TWO_WAYS = /^[1-9]\d{0,2}[.,]\d{3}$/

/** Longer numbers than these are no price, and no formatter would show them whole. */
const MAX_DIGITS = { whole: 15, fraction: 20 }

/** A text that says no more than this is shown as it came. */
const MAX_TEXT_CHARS = 40

/**
 * A non-negative decimal that keeps its scale: `"0,900"` is `"0.900"`, `1e-7` is `"0.0000001"`, `"1,234"` may be
 * `"1.234"` or `"1234"`. Undefined for what is neither a number nor a text.
 */
export function writtenDecimal(value: unknown): Written | undefined {
  const text = parseText(value)
  if (text === undefined) return undefined
  const values =
    typeof value === 'number' || EXPONENT.test(text) ? [inFull(text)] : [asDecimal(text), grouped(text)]
  return {
    text: text.slice(0, MAX_TEXT_CHARS),
    values: values.flatMap(value => (value && inBounds(value)) ?? []),
  }
}

/** The same in euros, whose sign may stand before or behind it. */
export function writtenEuros(value: unknown): Written | undefined {
  const bare = typeof value === 'string' ? value.replace(EURO, '') : value
  const written = writtenDecimal(bare)
  return written && { ...written, text: parseText(value)?.slice(0, MAX_TEXT_CHARS) ?? '' }
}

/** A non-negative whole number: `"12 345"`, `"10.00"`; `"1,000"` may be `"1"` or `"1000"`, `"1,234"` only `"1234"`. */
export function writtenCount(value: unknown): Written | undefined {
  if (typeof value === 'string' && PLAIN.test(value)) return { text: value, values: [value] }
  const written = writtenDecimal(value)
  return written && { ...written, values: written.values.flatMap(value => whole(value) ?? []) }
}

/** The only value; undefined while there is none, or two. */
export function sure(written: Written | undefined): Decimal | undefined {
  return written?.values.length === 1 ? written.values[0] : undefined
}

export function countOf(written: Written | undefined): number | undefined {
  const value = sure(written)
  return value === undefined ? undefined : Number(value)
}

/** The count that a value surely is. */
export function parseCount(value: unknown): number | undefined {
  return countOf(writtenCount(value))
}

/** True for a value that was one of two, unless it is the one with a decimal point, as documented. */
export function isInterpreted({ text, values }: Written): boolean {
  const bare = text.replace(EURO, '').trim()
  return values.length === 1 && TWO_WAYS.test(bare) && !(bare.includes('.') && values[0] === asDecimal(bare))
}

function asDecimal(text: string): Decimal | undefined {
  const [, digits, fraction] = DECIMAL.exec(text) ?? []
  return digits && joined(digits, fraction)
}

function grouped(text: string): Decimal | undefined {
  const [, digits, , fraction] = GROUPED.exec(text) ?? []
  return digits && joined(digits.replace(/\D/g, ''), fraction)
}

function joined(digits: string, fraction: string | undefined): Decimal {
  const whole = digits.replace(/^0+(?=\d)/, '')
  return fraction === undefined ? whole : `${whole}.${fraction}`
}

function inBounds(value: Decimal): Decimal | undefined {
  const [whole = '', fraction = ''] = value.split('.')
  const isShort = whole.length <= MAX_DIGITS.whole && fraction.length <= MAX_DIGITS.fraction
  return isShort && !value.startsWith('-') ? value : undefined
}

function whole(value: Decimal): string | undefined {
  const [digits = '', fraction = ''] = value.split('.')
  return /^0*$/.test(fraction) && Number.isSafeInteger(Number(digits)) ? digits : undefined
}

/** The number without an exponent, exactly as the shortest text that stands for it. */
function inFull(text: string): Decimal {
  return new Big(text).toFixed()
}
