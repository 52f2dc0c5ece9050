import type { Decimal } from '../api/rental.ts'

/** Exact: adds whole numbers of the finest fraction among the values. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  const parts = Array.from(values, value => value.split('.'))
  const scale = Math.max(0, ...parts.map(([, fraction = '']) => fraction.length))
  let sum = 0n
  for (const [whole = '', fraction = ''] of parts) sum += BigInt(whole + fraction.padEnd(scale, '0'))
  const digits = String(sum).padStart(scale + 1, '0')
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - scale)
  return scale === 0 || fraction === '' ? whole : `${whole}.${fraction}`
}

/** Exact: negative when the first is less, positive when it is more. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [wholeA = '', fractionA = ''] = a.split('.')
  const [wholeB = '', fractionB = ''] = b.split('.')
  const whole = Math.max(wholeA.length, wholeB.length)
  const fraction = Math.max(fractionA.length, fractionB.length)
  const alignedA = wholeA.padStart(whole, '0') + fractionA.padEnd(fraction, '0')
  const alignedB = wholeB.padStart(whole, '0') + fractionB.padEnd(fraction, '0')
  return alignedA === alignedB ? 0 : alignedA < alignedB ? -1 : 1
}
