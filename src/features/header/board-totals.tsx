import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { isFiltered } from '../../board/view.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { totalsOf } from '../../rentals/totals.ts'

/** The sums of what is listed, each in its place, also when it is nothing. */
export function BoardTotals() {
  const { t, f } = useI18n()
  const { view } = useBoard()
  const totals = useFilteredRentals(sumShown)
  const isPart = useStore(view.state, isFiltered)
  const isShort = useStore(view.state, state => state.short)
  return (
    <div className="flex flex-wrap items-center gap-x-6 text-xs compact:flex-nowrap max-xl:border-header-line max-xl:border-t compact:border-0 max-xl:py-1 compact:py-0 compact:pr-4 xl:block xl:min-w-104 xl:py-1.5 xl:pl-5.5">
      <p className="whitespace-nowrap text-header-muted">
        {isPart ? t.totals.ofShown(totals.count) : t.totals.ofAll(totals.count)}
      </p>
      <dl className="flex flex-1 flex-wrap compact:flex-nowrap gap-x-5 max-xl:justify-end compact:justify-start xl:grid xl:grid-cols-[1fr_auto] xl:gap-x-7">
        <Total label={t.totals.contacts} value={f.number(totals.contacts)} />
        <Total label={t.totals.cost} value={f.euros(totals.cost)} />
        <Total label={t.totals.ready} value={f.number(totals.ready)} />
        <Total
          label={
            <button
              type="button"
              aria-pressed={isShort}
              disabled={totals.shortfall === 0 && !isShort}
              title={t.totals.onlyShort}
              onClick={view.toggleShort}
              className="relative -mx-1.5 min-h-6 whitespace-nowrap rounded-sm px-1.5 text-header-muted decoration-dotted underline-offset-4 enabled:underline enabled:hover:text-header-ink aria-pressed:bg-header-press aria-pressed:text-header-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-x-1 pointer-coarse:after:-inset-y-2.5"
            >
              {t.totals.shortfall}
            </button>
          }
          value={f.number(totals.shortfall)}
        />
      </dl>
    </div>
  )
}

function Total({ label, value }: { label: ReactNode; value: string }) {
  return (
    <div className="flex min-h-6 items-center justify-between gap-x-2 whitespace-nowrap">
      <dt className="text-header-muted">{label}</dt>
      <dd className="font-semibold text-header-ink xl:text-sm">{value}</dd>
    </div>
  )
}

function sumShown({ shown }: FilteredRentals) {
  return { ...totalsOf(shown), count: shown.length }
}
