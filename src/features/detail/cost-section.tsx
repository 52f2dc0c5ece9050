import type { Rental } from '../../api/rental.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Section } from '../../ui/section.tsx'
import { detailWords } from './words.ts'

export function CostSection({ rental: { cost, phoneNumbers } }: { rental: Rental }) {
  const { t, f } = useI18n()
  const w = useWords(detailWords)
  const quantity = cost?.quantity === undefined ? undefined : t.detail.contacts(cost.quantity)
  const unit = cost?.unitPrice === undefined ? undefined : f.unitPrice(cost.unitPrice)
  const paid = cost?.quantity === phoneNumbers ? undefined : cost?.quantity
  return (
    <>
      <Section title={w.cost}>
        {cost === undefined ? (
          <p className="text-muted">{t.notGiven}</p>
        ) : (
          <p className="flex flex-wrap items-baseline gap-2">
            <strong className="font-semibold text-2xl tracking-tight">
              {cost.total === undefined ? t.notGiven : f.euros(cost.total)}
            </strong>
            <span className="text-muted">
              {quantity !== undefined && unit !== undefined ? w.perUnit(quantity, unit) : (quantity ?? unit)}
            </span>
          </p>
        )}
      </Section>
      <Section title={w.file}>
        {phoneNumbers === undefined ? (
          <p className="text-muted">{t.file.none}</p>
        ) : (
          <p>
            <span>{t.file.phoneNumbers(phoneNumbers)}</span>
            {paid !== undefined && <span className="ml-2 text-generating">{t.file.differs(paid)}</span>}
          </p>
        )}
      </Section>
    </>
  )
}
