import { FileDown } from 'lucide-react'
import { useMemo } from 'react'
import { costByDepartment, costByMonth, costByState, costByTag } from '../../domain/cost-breakdown.ts'
import { costFigures } from '../../domain/cost-figures.ts'
import { placeCodes } from '../../domain/coverage.ts'
import { type RowState, rowStates } from '../../domain/row-state.ts'
import { useText } from '../../i18n/text.ts'
import { localDay } from '../../lib/local-time.ts'
import { useBoard } from '../board-context.ts'
import { download } from '../export/download.ts'
import { usePlaces } from '../use-places.ts'
import { costCsv } from './cost-csv.ts'
import { CostFiguresLine } from './cost-figures-line.tsx'
import { CostTable } from './cost-table.tsx'
import { useCostItems } from './use-cost-items.ts'

/** What the rentals shown cost: in a few figures, and by status, month, department and tag. */
export function CostsView() {
  const text = useText()
  const { t, f } = text
  const { now } = useBoard()
  const items = useCostItems()
  const places = usePlaces(useMemo(() => items.flatMap(({ rental }) => placeCodes(rental)), [items]))
  const breakdowns = useMemo(
    () => [
      {
        title: t.costs.byState,
        column: t.list.columns.state,
        lines: costByState(items),
        nameOf: (key = '') => (isState(key) ? t.states[key] : key),
      },
      {
        title: t.costs.byMonth,
        column: t.costs.month,
        lines: costByMonth(items),
        nameOf: (key = '') => f.month(key),
      },
      {
        title: t.costs.byDepartment,
        column: t.detail.department,
        note: t.costs.departmentNote,
        lines: costByDepartment(items, places.departmentOf),
        nameOf: (key?: string) =>
          key === undefined ? t.costs.noDepartment : `${key} ${places.departmentName(key) ?? ''}`.trim(),
      },
      {
        title: t.costs.byTag,
        column: t.costs.tag,
        note: t.costs.tagNote,
        lines: costByTag(items),
        nameOf: (key?: string) => key ?? t.costs.noTag,
      },
    ],
    [items, places, t, f],
  )
  return (
    <section aria-label={t.costs.title} className="mt-4">
      <CostFiguresLine figures={costFigures(items)} />
      <div className="mt-6 grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        {breakdowns.map(breakdown => (
          <CostTable key={breakdown.title} {...breakdown} />
        ))}
      </div>
      <button
        type="button"
        className="button mt-8"
        onClick={() =>
          download(t.costs.csvFile(localDay(now())), costCsv(breakdowns, text), 'text/csv;charset=utf-8')
        }
      >
        <FileDown className="size-4" aria-hidden="true" />
        {t.costs.csv}
      </button>
    </section>
  )
}

function isState(key: string): key is RowState {
  return rowStates.some(state => state === key)
}
