import { totalsOf } from '../../domain/totals.ts'
import { useText } from '../../i18n/text.ts'
import { useShownSummaries } from '../use-shown-summaries.ts'

/** The sums over the rentals that the filter lets through; a shortfall is named only when there is one. */
export function BoardTotals() {
  const { t, f } = useText()
  const totals = totalsOf(useShownSummaries())
  const lines = [
    [t.totals.contacts, f.number(totals.contacts)],
    [t.totals.cost, f.euros(totals.cost)],
    ...(totals.shortfall > 0 ? [[t.totals.shortfall, f.number(totals.shortfall)]] : []),
  ]
  return (
    <dl className="hidden min-w-72 content-center gap-y-0.5 py-3 pl-5.5 text-sm md:grid">
      {lines.map(([label, value]) => (
        <div key={label} className="flex items-baseline justify-between gap-6">
          <dt className="text-band-muted">{label}</dt>
          <dd className="font-semibold text-band-ink text-base">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
