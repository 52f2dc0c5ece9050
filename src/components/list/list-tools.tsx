import { useStore } from 'zustand'
import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'
import { useFilteredRentals } from '../filter-provider.tsx'
import type { FilteredRentals } from '../filter-summaries.ts'
import { useView } from '../routes.ts'
import { clearFilter, isFiltered, viewStore } from '../view-store.ts'
import { FilterChips } from './filter-chips.tsx'
import { SearchField } from './search-field.tsx'
import { SelectionModeButton } from './selection-mode-button.tsx'
import { SortMenu } from './sort-menu.tsx'

/** Above this many rentals the list draws only the rows in view, unless the user wants them all. */
const LONG_LIST_ROWS = 60

/** What stands above the list: ways to find and order rentals, how many it shows, and ways to show more. */
export function ListTools() {
  const { t } = useI18n()
  const { model } = useBoard()
  const shown = useFilteredRentals(countShown)
  const all = useStore(model.state, ({ summaries }) => summaries.size)
  const isPart = useStore(viewStore, isFiltered)
  const isList = useView() === 'list'
  const everyRow = useStore(viewStore, state => state.everyRow)
  return (
    <div className="contents min-h-9 min-w-0 flex-1 basis-80 flex-wrap items-center gap-2 text-muted text-sm max-sm:*:order-2 sm:flex">
      <SearchField />
      {isList && <SortMenu />}
      {isList && <SelectionModeButton />}
      <FilterChips />
      {isList && all > LONG_LIST_ROWS && (
        <button type="button" className="button" onClick={() => viewStore.setState({ everyRow: !everyRow })}>
          {everyRow ? t.list.fewerRows : t.list.everyRow}
        </button>
      )}
      {isPart && (
        <button type="button" className="button" onClick={clearFilter}>
          {t.list.clearFilter}
        </button>
      )}
      <p role="status" className="ml-auto self-center max-sm:order-1!">
        {isPart ? t.list.filtered(shown, all) : t.list.count(all)}
      </p>
    </div>
  )
}

function countShown({ shown }: FilteredRentals) {
  return shown.length
}
