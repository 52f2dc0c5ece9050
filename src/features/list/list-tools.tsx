import { ChevronDown, ListChecks } from 'lucide'
import type { ChangeEvent } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import type { FilteredRentals } from '../../board/filter-provider.tsx'
import { useFilteredRentals } from '../../board/filter-provider.tsx'
import { useView } from '../../board/routes.ts'
import { isFiltered } from '../../board/view.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { sortOrders } from '../../rentals/sort.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FilterChips } from './filter-chips.tsx'
import { SearchField } from './search-field.tsx'

/** Above this many rentals the list draws only the rows in view, unless the user wants them all. */
const LONG_LIST_ROWS = 60

export function ListTools() {
  const { t } = useI18n()
  const { model, view, selection } = useBoard()
  const shown = useFilteredRentals(countShown)
  const hasArchive = useStore(view.state, ({ archived, query }) => archived || query !== '')
  const all = useStore(model.state, state => state.summaries.size + (hasArchive ? state.archived.size : 0))
  const isSelecting = useStore(selection.state, ({ isMode }) => isMode)
  const isPart = useStore(view.state, isFiltered)
  const isList = useView() === 'list'
  const everyRow = useStore(view.state, state => state.everyRow)
  return (
    <div className="contents min-h-9 min-w-0 flex-1 basis-80 flex-wrap items-center gap-2 text-muted text-sm max-sm:*:order-2 sm:flex">
      <SearchField />
      {isList && <SortMenu />}
      {isList && (
        // For touch, where no checkbox appears under a pointer.
        <Button
          icon={ListChecks}
          words={t.tools.pick}
          className="button-icon-on-phones hidden pointer-coarse:inline-flex aria-pressed:border-ink aria-pressed:font-semibold max-sm:inline-flex"
          aria-pressed={isSelecting}
          title={t.tools.pick}
          onClick={selection.toggleMode}
        />
      )}
      <FilterChips />
      {isList && all > LONG_LIST_ROWS && (
        <Button
          words={everyRow ? t.list.fewerRows : t.list.everyRow}
          onClick={() => view.state.setState({ everyRow: !everyRow })}
        />
      )}
      {isPart && <Button words={t.list.clearFilter} onClick={view.clearFilter} />}
      <p role="status" className="ml-auto self-center max-sm:order-1!">
        {isPart ? t.list.filtered(shown, all) : t.list.count(all)}
      </p>
    </div>
  )
}

function countShown({ shown }: FilteredRentals) {
  return shown.length
}

function SortMenu() {
  const { t } = useI18n()
  const { preferences } = useBoard()
  const sort = useStore(preferences.state, state => state.sort)

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
