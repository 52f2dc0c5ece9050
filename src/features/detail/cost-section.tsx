import type { Rental } from '../../api/rental.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Section } from '../../ui/section.tsx'

export function CostSection({ rental: { cost, phoneNumbers } }: { rental: Rental }) {
  const { t, f } = useI18n()
  const quantity = cost?.quantity === undefined ? undefined : t.detail.contacts(cost.quantity)
  const unit = cost?.unitPrice === undefined ? undefined : f.unitPrice(cost.unitPrice)
  const paid = cost?.quantity === phoneNumbers ? undefined : cost?.quantity
  return (
    <>
      <Section title={t.detail.cost}>
        {cost === undefined ? (
          <p className="text-muted">{t.notGiven}</p>
        ) : (
          <p className="flex flex-wrap items-baseline gap-2">
            <strong className="font-semibold text-2xl tracking-tight">
              {cost.total === undefined ? t.notGiven : f.euros(cost.total)}
            </strong>
            <span className="text-muted">
              {quantity !== undefined && unit !== undefined
                ? t.detail.perUnit(quantity, unit)
                : (quantity ?? unit)}
            </span>
          </p>
        )}
      </Section>
      <Section title={t.detail.file}>
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
