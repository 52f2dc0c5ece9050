import type { Decimal } from '../api/rental.ts'

/** Exact: adds whole numbers of the finest fraction among the values. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  const all = [...values]
  const scale = scaleOf(all)
  let sum = 0n
  for (const value of all) sum += scaled(value, scale)
  const digits = String(sum).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return scale === 0 || fraction === '' ? whole : `${whole}.${fraction}`
}

/** Exact: negative when the first is less, positive when it is more. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = scaleOf([a, b])
  return Number(scaled(a, scale) - scaled(b, scale))
}

/** Digits of the longest fraction. */
function scaleOf(values: readonly Decimal[]): number {
  return values.reduce((scale, value) => Math.max(scale, value.split('.')[1]?.length ?? 0), 0)
}

function scaled(value: Decimal, scale: number): bigint {
  const [whole = '', fraction = ''] = value.split('.')
  return BigInt(whole + fraction.padEnd(scale, '0'))
}
