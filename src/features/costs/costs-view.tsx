import { FileDown } from 'lucide'
import { useMemo } from 'react'
import { useBoard, useTracked } from '../../board/board-context.ts'
import { selectShown, useFilteredRentals } from '../../board/filter-provider.tsx'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { localDay } from '../../lib/local-time.ts'
import { usePlaces } from '../../places/use-places.ts'
import { locationCodes } from '../../rentals/coverage.ts'
import { type RentalState, rentalStates, states } from '../../rentals/status.ts'
import { Button } from '../../ui/button.tsx'
import { download } from '../../ui/save-file.ts'
import {
  type CostItem,
  costByDepartment,
  costByMonth,
  costByState,
  costByTag,
  costByUnitPrice,
  costCsv,
} from './cost-breakdown.ts'
import { CostFiguresLine, costFigures } from './cost-figures.tsx'
import { CostTable } from './cost-table.tsx'
import { costsWords } from './words.ts'

export function CostsView() {
  const text = useI18n(costsWords)
  const { t, f, w } = text
  const later = useWords(laterWords)
  const { now } = useBoard()
  const items = useCostItems()
  const places = usePlaces(useMemo(() => items.flatMap(({ rental }) => locationCodes(rental)), [items]))
  const breakdowns = useMemo(
    () => [
      {
        title: w.byState,
        column: t.list.columns.state,
        lines: costByState(items),
        nameOf: (key = '') => (isState(key) ? t.states[key] : key),
        barOf: (key = '') => (isState(key) && states[key].dot) || OTHER_BAR_CLASS,
      },
      {
        title: w.byMonth,
        column: w.month,
        note: w.monthNote,
        lines: costByMonth(items),
        nameOf: (key = '') => f.month(key),
      },
      {
        title: w.byUnitPrice,
        column: w.unitPrice,
        lines: costByUnitPrice(items),
        nameOf: (key?: string) => (key === undefined ? w.noUnitPrice : f.unitPrice(key)),
      },
      {
        title: w.byDepartment,
        column: later.columns.department,
        note: w.departmentNote,
        lines: costByDepartment(items, places.departmentOf),
        nameOf: (key?: string) =>
          key === undefined ? w.noDepartment : `${key} ${places.departmentName(key) ?? ''}`.trim(),
      },
      {
        title: w.byTag,
        column: w.tag,
        note: w.tagNote,
        lines: costByTag(items),
        nameOf: (key?: string) => key ?? w.noTag,
      },
    ],
    [items, places, t, f, w, later],
  )
  return (
    <section aria-label={w.title} className="mt-3 space-y-3">
      <CostFiguresLine figures={costFigures(items)} />
      <div className="flex justify-end print:hidden">
        <Button
          icon={FileDown}
          words={w.csv}
          onClick={() =>
            download(w.csvFile(localDay(now())), costCsv(breakdowns, text), 'text/csv;charset=utf-8')
          }
        />
      </div>
      <div className="items-start gap-5 lg:columns-2">
        {breakdowns.map(breakdown => (
          <div key={breakdown.title} className="break-inside-avoid pb-5">
            <CostTable {...breakdown} />
          </div>
        ))}
      </div>
    </section>
  )
}

function useCostItems(): readonly CostItem[] {
  const { rentalCache } = useBoard()
  const shown = useFilteredRentals(selectShown)
  const list = useTracked(state => state.rentals)
  return useMemo(
    () =>
      shown.flatMap(({ token, rental, state }) => {
        if (rental === undefined) return []
        const own = list.get(token)
        const firstSeen = rentalCache.history(token)?.[0]?.from ?? own?.addedAt ?? 0
        return { rental, state, tags: own?.tags ?? [], firstSeen }
      }),
    [shown, list, rentalCache],
  )
}

const OTHER_BAR_CLASS = 'bg-strong-line'

function isState(key: string): key is RentalState {
  return rentalStates.some(state => state === key)
}
