import type { CostFigures } from '../../domain/cost-figures.ts'
import { useText } from '../../i18n/text.ts'

/** The few figures that sum up the costs; one that nothing tells is left out. */
export function CostFiguresLine({ figures }: { figures: CostFigures }) {
  const { t, f } = useText()
  const { unitPrices, delivery } = figures
  const facts: readonly (readonly [label: string, value: string, detail?: string])[] = [
    [t.costs.total, f.euros(figures.total)],
    [t.costs.notCollected, f.euros(figures.notCollected)],
    [t.costs.failed, f.euros(figures.failed)],
    ...(unitPrices
      ? [
          [
            t.costs.mean,
            f.unitPrice(unitPrices.mean),
            t.costs.spread(f.unitPrice(unitPrices.lowest), f.unitPrice(unitPrices.highest)),
          ] as const,
        ]
      : []),
    ...(delivery
      ? [[t.costs.delivered, f.number(delivery.delivered), t.costs.paid(delivery.paid)] as const]
      : []),
  ]
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-3 xl:grid-cols-5">
      {facts.map(([label, value, detail]) => (
        <div key={label} className="bg-surface px-4.5 py-3.5 max-sm:last:odd:col-span-2">
          <dt className="text-muted text-sm">{label}</dt>
          <dd className="font-semibold text-xl tracking-tight">{value}</dd>
          {detail && <dd className="text-muted text-sm">{detail}</dd>}
        </div>
      ))}
    </dl>
  )
}
