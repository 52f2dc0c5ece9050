import Big from 'big.js'
import * as z from 'zod/mini'

/** Digits, alone or in groups of three set apart by a plain, no-break, narrow no-break or thin space. */
const digits = '(\\d{1,3}(?:[ \\u00a0\\u202f\\u2009]\\d{3})+|\\d+)'
const countPattern = new RegExp(`^${digits}(?:[.,]0+)?$`)
const decimalPattern = new RegExp(`^${digits}(?:[.,](\\d+))?$`)

/** `1,000` may be one, or a thousand written the English way: a count does not guess. */
const ambiguousThousands = /^\d{1,3}[.,]000$/

/** Longer numbers than these are no price, and no formatter would show them whole. */
const MAX_DIGITS = { whole: 15, fraction: 20 }

/**
 * A schema for a field that may be missing. What is null or blank counts as missing; anything else goes to
 * `read`, which answers undefined for what it cannot read. It never fails.
 */
export function field<Value>(read: (value: unknown) => Value | undefined) {
  return z.optional(
    z.pipe(
      z.unknown(),
      z.transform(value => (isBlank(value) ? undefined : read(value))),
    ),
  )
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** Text, trimmed; finite numbers are written out. */
export function parseText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A non-negative whole number, from a number or a string: `266`, `"266"`, `"12 345"`, `"10.00"`. */
export function parseCount(value: unknown): number | undefined {
  const text = parseText(value)
  if (text === undefined || ambiguousThousands.test(text)) return undefined
  const whole = countPattern.exec(text)?.[1]
  if (whole === undefined) return undefined
  const count = Number(withoutSpaces(whole))
  return Number.isSafeInteger(count) ? count : undefined
}

/**
 * A non-negative decimal, from a number or a string with a point or a comma, as text that keeps its scale:
 * `"0,900"` becomes `"0.900"`, `1e-7` becomes `"0.0000001"`.
 */
export function parseDecimal(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? inFull(value) : parseText(value)
  const [, digits, fraction = ''] = decimalPattern.exec(text ?? '') ?? []
  if (digits === undefined) return undefined
  const whole = withoutSpaces(digits).replace(/^0+(?=\d)/, '')
  if (whole.length > MAX_DIGITS.whole || fraction.length > MAX_DIGITS.fraction) return undefined
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/** A list of texts, from an array or from one text with commas, semicolons or spaces; each once, in order. */
export function parseList(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value]
  const texts = items.flatMap(item => parseText(item)?.split(/[,;\s]+/) ?? [])
  return [...new Set(texts.filter(text => text !== ''))]
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '')
}

/** The number without an exponent, exactly as the shortest text that stands for it. */
function inFull(value: number): string {
  return new Big(String(value)).toFixed()
}
