import Big from 'big.js'
import type { Decimal } from './rental.ts'
import { sure, type Written } from './written-number.ts'

/** Euros: a total this far from `quantity × unit price` is only rounded. */
const HALF_A_CENT = '0.005'

/** How many times a total may exceed `quantity × unit price`, or fall short: the other reading is off a thousandfold. */
const MAX_FACTOR = 10

type Numbers = {
  readonly quantity: Written | undefined
  readonly unitPrice: Written | undefined
  readonly total: Written | undefined
  readonly phoneNumbers: Written | undefined
  /** Of each place, in contacts; `sums` is the line that closes them. */
  readonly wanted: readonly (Written | undefined)[]
  readonly available: readonly (Written | undefined)[]
  readonly sums: { readonly wanted?: Written | undefined; readonly available?: Written | undefined }
}

/**
 * Decides numbers that may be read in two ways by the others of the reply: quantity × unit price is about the total, and
 * the places add up to the quantity, to the numbers of the file or to the line that sums them. Where none of it
 * decides, both values stay.
 */
export function settleNumbers(numbers: Numbers): Numbers {
  const { phoneNumbers, sums } = numbers
  const wantedSum = sumOf(numbers.wanted)
  const counted = [sure(phoneNumbers), wantedSum, sure(sums.wanted)]
  const cost = settleCost({ ...numbers, quantity: narrowed(numbers.quantity, counted) }, counted)
  const file = narrowed(phoneNumbers, [sure(cost.quantity), wantedSum])
  const wanted = settleColumn(numbers.wanted, [sure(cost.quantity), sure(file), sure(sums.wanted)])
  const available = settleColumn(numbers.available, [sure(sums.available)])
  const settledSums = {
    wanted: narrowed(sums.wanted, [sumOf(wanted), sure(cost.quantity)]),
    available: narrowed(sums.available, [sumOf(available)]),
  }
  return { ...cost, phoneNumbers: file, wanted, available, sums: settledSums }
}

/** True when `quantity × unitPrice` is `total`, rounded to a cent or not. */
export function isProduct(quantity: Decimal | number, unitPrice: Decimal, total: Decimal): boolean {
  return new Big(unitPrice).times(quantity).minus(total).abs().lte(HALF_A_CENT)
}

type Cost = Pick<Numbers, 'quantity' | 'unitPrice' | 'total'>

/** Keeps the values that fit together, exactly or else about; a count of contacts may stand in for the quantity. */
function settleCost({ quantity, unitPrice, total }: Cost, counted: readonly (Decimal | undefined)[]): Cost {
  const given = quantity?.values.length ? quantity.values : counted.filter(count => count !== undefined)
  const triples = given.flatMap(
    q => unitPrice?.values.flatMap(p => total?.values.map(t => ({ q, p, t })) ?? []) ?? [],
  )
  const exact = triples.filter(({ q, p, t }) => isProduct(q, p, t))
  const fitting = exact.length > 0 ? exact : triples.filter(({ q, p, t }) => isAbout(q, p, t))
  if (fitting.length === 0) return { quantity, unitPrice, total }
  return {
    quantity: narrowed(
      quantity,
      fitting.map(({ q }) => q),
    ),
    unitPrice: narrowed(
      unitPrice,
      fitting.map(({ p }) => p),
    ),
    total: narrowed(
      total,
      fitting.map(({ t }) => t),
    ),
  }
}

function isAbout(quantity: Decimal, unitPrice: Decimal, total: Decimal): boolean {
  const product = new Big(unitPrice).times(quantity)
  return product.lte(new Big(total).times(MAX_FACTOR)) && product.times(MAX_FACTOR).gte(total)
}

/** Without the values that are not among these, unless none is. */
function narrowed(
  written: Written | undefined,
  among: readonly (Decimal | undefined)[],
): Written | undefined {
  const values = written?.values.filter(value =>
    among.some(other => other !== undefined && new Big(value).eq(other)),
  )
  return written && values?.length ? { ...written, values } : written
}

/** One hand wrote the column: where it adds up to a target with all its first values, or all its second, it is these. */
function settleColumn(
  column: Numbers['wanted'],
  targets: readonly (Decimal | undefined)[],
): Numbers['wanted'] {
  const readings = [0, 1].map(nth =>
    column.map(written => {
      const value = written?.values[Math.min(nth, written.values.length - 1)]
      return written && value !== undefined ? { ...written, values: [value] } : written
    }),
  )
  const fitting = readings.filter(reading => targets.includes(sumOf(reading) ?? ''))
  return (fitting.length === 1 && fitting[0]) || column
}

/** Counts are whole; a thousand of them add up much faster so than as `Big`. */
function sumOf(column: Numbers['wanted']): Decimal | undefined {
  const values = column.flatMap(written => sure(written) ?? [])
  if (column.length === 0 || values.length < column.length) return undefined
  return String(values.reduce((sum, value) => sum + BigInt(value), 0n))
}
