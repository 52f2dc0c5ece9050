import { ChevronDown, ListChecks } from 'lucide'
import type { ChangeEvent } from 'react'
import { useBoard, useModel, usePreferences, useSelection, useViewState } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { useView } from '../../board/routes.ts'
import { isFiltered } from '../../board/view.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { sortOrders } from '../../rentals/sort.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'

const FilterChips = lazyPart(() => import('./filter-chips.tsx'), 'FilterChips')

/** Above this many rentals the list draws only the rows in view, unless the user wants them all. */
const LONG_LIST_ROWS = 60

export function ListTools() {
  const { t } = useI18n()
  const { view } = useBoard()
  const shown = useFilteredRentals(countShown)
  const current = useView()
  const isList = current === 'list'
  const isCosts = current === 'costs'
  const hasArchive = useViewState(({ archived, query }) => isCosts || archived || query.trim() !== '')
  const all = useModel(state => state.summaries.size + (hasArchive ? state.archived.size : 0))
  const isPart = useViewState(isFiltered)
  const everyRow = useViewState(state => state.everyRow)
  return (
    <div className="flex min-h-9 basis-full flex-wrap items-center gap-2 text-muted text-sm compact:not-has-[>button]:sr-only">
      <p role="status" className="mr-1">
        {isPart ? t.list.filtered(shown, all) : t.list.count(all)}
      </p>
      <FilterChips />
      {isList && (
        <div className="ml-auto flex flex-wrap gap-2 compact:hidden">
          {all > LONG_LIST_ROWS && (
            <Button
              words={everyRow ? t.list.fewerRows : t.list.everyRow}
              onClick={() => view.state.setState({ everyRow: !everyRow })}
            />
          )}
          <SelectButton className="hidden pointer-coarse:inline-flex" />
          <SortMenu />
        </div>
      )}
    </div>
  )
}

/** What a compact screen has no room for beside the list. */
export function ListMenu() {
  return useView() === 'list' ? (
    <div className="hidden flex-col gap-1 compact:flex lg:compact:flex-row">
      <SortMenu />
      <SelectButton className="" />
    </div>
  ) : null
}

/** For touch, where no checkbox appears under a pointer. */
function SelectButton({ className }: { className: string }) {
  const { t } = useI18n()
  const { selection } = useBoard()
  const isSelecting = useSelection(({ isMode }) => isMode)
  return (
    <Button
      icon={ListChecks}
      words={t.tools.pick}
      className={`aria-pressed:border-ink aria-pressed:font-semibold ${className}`}
      aria-pressed={isSelecting}
      onClick={selection.toggleMode}
    />
  )
}

function countShown({ shown }: FilteredRentals) {
  return shown.length
}

function SortMenu() {
  const { t } = useI18n()
  const { preferences } = useBoard()
  const sort = usePreferences(state => state.sort)

  function choose(event: ChangeEvent<HTMLSelectElement>) {
    const selected = sortOrders.find(order => order === event.target.value)
    if (selected !== undefined) preferences.set({ sort: selected, sortReversed: false })
  }

  return (
    <div className="button relative has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <span aria-hidden="true">{t.tools.sortedBy(t.tools.orders[sort])}</span>
      <Icon of={ChevronDown} className="size-4 text-muted" />
      <select
        aria-label={t.tools.sort}
        value={sort}
        onChange={choose}
        className="absolute inset-0 size-full cursor-pointer bg-surface text-ink opacity-0"
      >
        {sortOrders.map(order => (
          <option key={order} value={order}>
            {t.tools.orders[order]}
          </option>
        ))}
      </select>
    </div>
  )
}
