import { useMemo } from 'react'
import { useStore } from 'zustand'
import {
  type CostItem,
  costByDepartment,
  costByMonth,
  costByState,
  costByTag,
} from '../../domain/cost-breakdown.ts'
import { costFigures } from '../../domain/cost-figures.ts'
import { placeCodes } from '../../domain/coverage.ts'
import { type RowState, rowStates } from '../../domain/row-state.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard } from '../board-context.ts'
import { usePlaces } from '../use-places.ts'
import { useShownRentals } from '../use-shown-rentals.ts'
import { CostFiguresLine } from './cost-figures-line.tsx'
import { CostTable } from './cost-table.tsx'

/** What the rentals shown cost: in a few figures, and by status, month, department and tag. */
export function CostsView() {
  const { t, f } = useText()
  const shown = useShownRentals()
  const items = useCostItems()
  const places = usePlaces(useMemo(() => shown.flatMap(({ rental }) => placeCodes(rental)), [shown]))
  const tables = useMemo(
    () => ({
      state: costByState(items),
      month: costByMonth(items),
      department: costByDepartment(items, places.departmentOf),
      tag: costByTag(items),
    }),
    [items, places],
  )
  const isState = (key: string): key is RowState => rowStates.some(state => state === key)
  const department = (code: string) => `${code} ${places.departmentName(code) ?? ''}`.trim()
  return (
    <section aria-label={t.costs.title} className="mt-2">
      <CostFiguresLine figures={costFigures(items)} />
      <div className="mt-6 grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <CostTable
          title={t.costs.byState}
          column={t.list.columns.state}
          lines={tables.state}
          nameOf={key => (isState(key) ? t.states[key] : key)}
        />
        <CostTable title={t.costs.byMonth} column={t.costs.month} lines={tables.month} nameOf={f.month} />
        <CostTable
          title={t.costs.byDepartment}
          column={t.detail.department}
          note={t.costs.departmentNote}
          lines={tables.department}
          nameOf={department}
          nowhere={t.costs.noDepartment}
        />
        <CostTable
          title={t.costs.byTag}
          column={t.costs.tag}
          note={t.costs.tagNote}
          lines={tables.tag}
          nameOf={tag => tag}
          nowhere={t.costs.noTag}
        />
      </div>
    </section>
  )
}

/** The rentals shown with what their costs are sorted by. */
function useCostItems(): readonly CostItem[] {
  const { tracked, poller } = useBoard()
  const shown = useShownRentals()
  const list = useStore(tracked.state, state => state.rentals)
  return useMemo(
    () =>
      shown.map(({ summary, rental }) => {
        const own = list.get(summary.token)
        const firstSeen = poller.history.get(summary.token)?.[0]?.from ?? own?.addedAt ?? 0
        return { rental, state: summary.state, tags: own?.tags ?? [], firstSeen }
      }),
    [shown, list, poller],
  )
}
