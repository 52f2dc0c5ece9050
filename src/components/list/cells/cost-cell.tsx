import type { Rental } from '../../../api/rental.ts'
import { useI18n } from '../../../i18n/i18n.ts'
import { FlagMark } from '../flag-mark.tsx'
import { Cell } from './cell.tsx'

/** The total over quantity × unit price; what was not given is left out. */
export function CostCell({ rental: { cost, flags } }: { rental: Rental }) {
  const { t, f } = useI18n()
  if (cost === undefined) return <Cell className="[grid-area:cost] text-right text-muted">{t.notGiven}</Cell>
  const quantity = cost.quantity === undefined ? undefined : f.number(cost.quantity)
  const unit = cost.unitPrice === undefined ? undefined : f.unitPrice(cost.unitPrice)
  return (
    <Cell className="[grid-area:cost] text-right group-data-[layout=compact]/list:self-end">
      <span className="flex items-center justify-end gap-1.5 whitespace-nowrap font-semibold text-base">
        <FlagMark flags={flags.filter(flag => flag === 'cost-disagrees')} />
        {cost.total === undefined ? t.notGiven : f.euros(cost.total)}
      </span>
      <span className="block whitespace-nowrap text-muted group-data-[layout=medium]/list:text-xs not-print:group-data-[layout=compact]/list:sr-only">
        {quantity !== undefined && unit !== undefined ? t.cost.product(quantity, unit) : (quantity ?? unit)}
      </span>
    </Cell>
  )
}
