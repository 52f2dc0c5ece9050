import Big from 'big.js'
import type { Decimal } from '../../api/rental.ts'
import { sumDecimals } from '../../rentals/money.ts'
import type { CostItem } from './cost-breakdown.ts'

/** Money in euros, numbers in contacts. */
export type CostFigures = {
  readonly total: Decimal
  /** Of ready rentals whose file nobody fetched yet. */
  readonly notCollected: Decimal
  readonly failed: Decimal
  /** The lowest and highest price of one contact, and the mean over all contacts; absent when none was given. */
  readonly unitPrices:
    | { readonly lowest: Decimal; readonly highest: Decimal; readonly mean: Decimal }
    | undefined
  /** Contacts paid and numbers delivered, over the rentals that tell both; absent when none does. */
  readonly delivery: { readonly paid: number; readonly delivered: number } | undefined
}

export function costFigures(items: readonly CostItem[]): CostFigures {
  const totalOf = (some: readonly CostItem[]) =>
    sumDecimals(some.flatMap(({ rental }) => rental.cost?.total ?? []))
  return {
    total: totalOf(items),
    notCollected: totalOf(items.filter(({ state }) => state === 'ready')),
    failed: totalOf(items.filter(({ state }) => state === 'failed')),
    unitPrices: unitPricesOf(items),
    delivery: deliveryOf(items),
  }
}

function unitPricesOf(items: readonly CostItem[]): CostFigures['unitPrices'] {
  const priced = items.flatMap(({ rental: { cost } }) =>
    cost?.unitPrice === undefined ? [] : [{ price: cost.unitPrice, quantity: cost.quantity ?? 0 }],
  )
  const sorted = priced.map(({ price }) => price).toSorted((a, b) => Big(a).cmp(b))
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined) return undefined
  const contacts = priced.reduce((sum, { quantity }) => sum + quantity, 0)
  const spent = priced.reduce((sum, { price, quantity }) => sum.plus(Big(price).times(quantity)), Big(0))
  return { lowest, highest, mean: contacts === 0 ? lowest : spent.div(contacts).round(4).toFixed() }
}

function deliveryOf(items: readonly CostItem[]): CostFigures['delivery'] {
  const told = items.flatMap(({ rental: { cost, phoneNumbers } }) =>
    cost?.quantity === undefined || phoneNumbers === undefined
      ? []
      : [{ paid: cost.quantity, delivered: phoneNumbers }],
  )
  if (told.length === 0) return undefined
  return told.reduce((sum, one) => ({ paid: sum.paid + one.paid, delivered: sum.delivered + one.delivered }))
}
