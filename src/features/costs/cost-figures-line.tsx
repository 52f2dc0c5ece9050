import { type I18n, useI18n } from '../../i18n/i18n.ts'
import type { CostFigures } from './cost-figures.ts'

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

function factsOf({ total, notCollected, failed, unitPrices, delivery }: CostFigures, { t, f }: I18n) {
  const facts: Fact[] = [
    { label: t.costs.total, value: f.euros(total) },
    { label: t.costs.notCollected, value: f.euros(notCollected), dot: 'bg-ready-dot' },
    { label: t.costs.failed, value: f.euros(failed), dot: 'bg-failed-dot' },
  ]
  if (unitPrices) {
    const { mean, lowest, highest } = unitPrices
    const detail = t.costs.spread(f.unitPrice(lowest), f.unitPrice(highest))
    facts.push({ label: t.costs.mean, value: f.unitPrice(mean), detail })
  }
  if (delivery) {
    const { paid, delivered } = delivery
    const difference = delivered - paid
    const words = difference < 0 ? t.costs.fewer(-difference) : t.costs.more(difference)
    const detail = [t.costs.paid(paid), ...(difference === 0 ? [] : [words])].join(', ')
    facts.push({ label: t.costs.delivered, value: f.number(delivered), detail })
  }
  return facts
}
