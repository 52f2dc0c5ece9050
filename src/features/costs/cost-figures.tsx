import Big from 'big.js'
import { type I18n, useI18n } from '../../i18n/i18n.ts'
import { sumDecimals } from '../../rentals/money.ts'
import type { CostItem } from './cost-breakdown.ts'
import { costsWords } from './words.ts'

type CostFigures = ReturnType<typeof costFigures>

/** Money in euros, numbers in contacts. */
export function costFigures(items: readonly CostItem[]) {
  const totalOf = (some: readonly CostItem[]) =>
    sumDecimals(some.flatMap(({ rental }) => rental.cost?.total ?? []))
  return {
    total: totalOf(items),
    /** Of ready rentals whose file nobody fetched yet. */
    notCollected: totalOf(items.filter(({ state }) => state === 'ready')),
    failed: totalOf(items.filter(({ state }) => state === 'failed')),
    unitPrices: unitPricesOf(items),
    delivery: deliveryOf(items),
  }
}

/**
 * The lowest and highest price of one contact, and the mean over all contacts, which is absent where prices differ and
 * no quantity came; undefined when no price was given.
 */
function unitPricesOf(items: readonly CostItem[]) {
  const priced = items.flatMap(({ rental: { cost } }) =>
    cost?.unitPrice === undefined ? [] : [{ price: cost.unitPrice, quantity: cost.quantity ?? 0 }],
  )
  const sorted = priced.map(({ price }) => price).toSorted((a, b) => Big(a).cmp(b))
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined) return undefined
  const contacts = priced.reduce((sum, { quantity }) => sum + quantity, 0)
  const spent = priced.reduce((sum, { price, quantity }) => sum.plus(Big(price).times(quantity)), Big(0))
  if (contacts === 0) return { lowest, highest, mean: Big(lowest).eq(highest) ? lowest : undefined }
  const decimals = [lowest, highest].map(price => price.split('.')[1]?.length ?? 0)
  return {
    lowest,
    highest,
    mean: spent
      .div(contacts)
      .round(Math.max(4, ...decimals))
      .toFixed(),
  }
}

/** Contacts paid and numbers delivered, over the rentals that tell both; undefined when none does. */
function deliveryOf(items: readonly CostItem[]) {
  const told = items.flatMap(({ rental: { cost, phoneNumbers } }) =>
    cost?.quantity === undefined || phoneNumbers === undefined
      ? []
      : [{ paid: cost.quantity, delivered: phoneNumbers }],
  )
  if (told.length === 0) return undefined
  return told.reduce((sum, one) => ({ paid: sum.paid + one.paid, delivered: sum.delivered + one.delivered }))
}

type Fact = { label: string; value: string; detail?: string; dot?: string }

export function CostFiguresLine({ figures }: { figures: CostFigures }) {
  const text = useI18n()
  return (
    <dl className="flex flex-wrap gap-px overflow-hidden rounded-xl border border-line bg-line">
      {factsOf(figures, text).map(({ label, value, detail, dot }) => (
        <div key={label} className="flex-auto basis-40 bg-surface px-4.5 py-3.5">
          <dt className="flex items-center gap-2 text-muted text-sm">
            {dot && <span className={`size-2 rounded-full ${dot}`} aria-hidden="true" />}
            <span>{label}</span>
          </dt>
          <dd className="font-semibold text-xl tracking-tight">{value}</dd>
          {detail && <dd className="text-muted text-sm">{detail}</dd>}
        </div>
      ))}
    </dl>
  )
}

function factsOf(
  { total, notCollected, failed, unitPrices, delivery }: CostFigures,
  { t, f, language }: I18n,
) {
  const w = costsWords[language]
  const facts: Fact[] = [
    { label: t.totals.cost, value: f.euros(total) },
    { label: w.notCollected, value: f.euros(notCollected), dot: 'bg-ready-dot' },
    { label: w.failed, value: f.euros(failed), dot: 'bg-failed-dot' },
  ]
  if (unitPrices) {
    const { mean, lowest, highest } = unitPrices
    const spread = w.spread(f.unitPrice(lowest), f.unitPrice(highest))
    facts.push(
      mean === undefined
        ? { label: w.unitPrice, value: spread }
        : { label: w.mean, value: f.unitPrice(mean), detail: spread },
    )
  }
  if (delivery) {
    const { paid, delivered } = delivery
    const difference = delivered - paid
    const words = difference < 0 ? w.fewer(-difference) : w.more(difference)
    const detail = [w.paid(paid), ...(difference === 0 ? [] : [words])].join(', ')
    facts.push({ label: w.delivered, value: f.number(delivered), detail })
  }
  return facts
}
