import Big from 'big.js'
import type { Decimal } from '../api/rental.ts'

/** The exact sum of decimals, in the unit that they are in. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let sum = Big(0)
  for (const value of values) sum = sum.plus(value)
  return sum.toFixed()
}
