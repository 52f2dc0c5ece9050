import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import type { FilteredRentals } from '../../board/filter-provider.tsx'
import { useFilteredRentals } from '../../board/filter-provider.tsx'
import { useI18n } from '../../i18n/i18n.ts'
import { totalsOf } from '../../rentals/totals.ts'

export function BoardTotals() {
  const { t, f } = useI18n()
  const { view } = useBoard()
  const totals = useFilteredRentals(sumShown)
  const isShort = useStore(view.state, state => state.short)
  return (
    <dl className="flex flex-wrap justify-between gap-x-4 sm:justify-start sm:gap-x-8 text-xs max-xl:border-header-line max-xl:border-t max-xl:py-2 xl:grid xl:min-w-68 xl:grid-cols-2 xl:content-center xl:gap-x-7 xl:gap-y-2.5 xl:py-3 xl:pl-5.5">
      <Total label={t.totals.contacts} value={f.number(totals.contacts)} />
      <Total label={t.totals.cost} value={f.euros(totals.cost)} />
      {totals.ready > 0 && <Total label={t.totals.ready} value={f.number(totals.ready)} />}
      {(totals.shortfall > 0 || isShort) && (
        <Total
          label={
            <button
              type="button"
              aria-pressed={isShort}
              title={t.totals.onlyShort}
              onClick={view.toggleShort}
              className="relative -mx-1.5 min-h-6 rounded-sm px-1.5 text-header-muted underline decoration-dotted underline-offset-4 hover:text-header-ink aria-pressed:bg-header-press aria-pressed:text-header-ink xl:-my-1 pointer-coarse:after:absolute pointer-coarse:after:-inset-x-1 pointer-coarse:after:-inset-y-2.5"
            >
              {t.totals.shortfall}
            </button>
          }
          value={f.number(totals.shortfall)}
        />
      )}
    </dl>
  )
}

function Total({ label, value }: { label: ReactNode; value: string }) {
  return (
    <div className="flex min-h-6 items-center xl:min-h-0 justify-between gap-x-2 xl:flex-col-reverse xl:items-start xl:leading-tight">
      <dt className="text-header-muted">{label}</dt>
      <dd className="whitespace-nowrap font-semibold text-header-ink xl:text-base">{value}</dd>
    </div>
  )
}

function sumShown({ shown }: FilteredRentals) {
  return totalsOf(shown)
}
