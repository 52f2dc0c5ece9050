import type { Decimal } from '../api/rental.ts'

/** The exact sum of decimals, in the unit that they are in: whole numbers of the finest fraction among them. */
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
