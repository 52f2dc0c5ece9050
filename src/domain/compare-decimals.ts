import type { Decimal } from '../api/rental.ts'

/** Compares two decimals exactly: negative when the first is less, positive when it is more. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [wholeA = '', fractionA = ''] = a.split('.')
  const [wholeB = '', fractionB = ''] = b.split('.')
  const whole = Math.max(wholeA.length, wholeB.length)
  const fraction = Math.max(fractionA.length, fractionB.length)
  const alignedA = wholeA.padStart(whole, '0') + fractionA.padEnd(fraction, '0')
  const alignedB = wholeB.padStart(whole, '0') + fractionB.padEnd(fraction, '0')
  return alignedA === alignedB ? 0 : alignedA < alignedB ? -1 : 1
}
