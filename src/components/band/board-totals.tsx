import { useStore } from 'zustand'
import { totalsOf } from '../../domain/totals.ts'
import { useText } from '../../i18n/text.ts'
import { useShownSummaries } from '../use-shown-summaries.ts'
import { toggleShort, viewStore } from '../view-store.ts'

/** The sums over the rentals that the filter lets through; what waits or is missing is named only when there is any. */
export function BoardTotals() {
  const { t, f } = useText()
  const totals = totalsOf(useShownSummaries())
  const isShort = useStore(viewStore, state => state.short)
  return (
    <dl className="hidden min-w-72 content-center py-2 pl-5.5 text-sm leading-tight md:grid">
      <Total label={t.totals.contacts} value={f.number(totals.contacts)} />
      <Total label={t.totals.cost} value={f.euros(totals.cost)} />
      {totals.ready > 0 && <Total label={t.totals.ready} value={f.number(totals.ready)} />}
      {(totals.shortfall > 0 || isShort) && (
        <div className="flex items-baseline justify-between gap-6">
          <dt>
            <button
              type="button"
              aria-pressed={isShort}
              title={t.totals.onlyShort}
              onClick={toggleShort}
              className="-mx-1.5 rounded-sm px-1.5 py-0.5 text-band-muted underline decoration-dotted underline-offset-4 hover:text-band-ink aria-pressed:bg-band-press aria-pressed:text-band-ink"
            >
              {t.totals.shortfall}
            </button>
          </dt>
          <dd className="font-semibold text-band-ink text-base">{f.number(totals.shortfall)}</dd>
        </div>
      )}
    </dl>
  )
}

function Total({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex items-baseline justify-between gap-6">
      <dt className="text-band-muted">{label}</dt>
      <dd className="font-semibold text-band-ink text-base">{value}</dd>
    </div>
  )
}
