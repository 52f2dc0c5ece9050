import { useStore } from 'zustand'
import { useText } from '../../i18n/text.ts'
import { useBoard } from '../board-context.ts'
import { useShownSummaries } from '../use-shown-summaries.ts'
import { clearFilter, viewStore } from '../view-store.ts'

/** Above this many rentals the list draws only the rows in view, unless the user wants them all. */
const LONG = 60

/** What stands above the list: how many rentals it shows, and ways to show more. */
export function ListTools() {
  const { t } = useText()
  const { model } = useBoard()
  const shown = useShownSummaries().length
  const all = useStore(model.state, ({ summaries }) => summaries.size)
  const isFiltered = useStore(viewStore, ({ filter }) => filter.size > 0)
  const everyRow = useStore(viewStore, state => state.everyRow)
  return (
    <div className="mt-4 flex min-h-9 flex-wrap items-center justify-end gap-2 text-muted text-sm">
      {all > LONG && (
        <button type="button" className="button" onClick={() => viewStore.setState({ everyRow: !everyRow })}>
          {everyRow ? t.list.fewerRows : t.list.everyRow}
        </button>
      )}
      {isFiltered && (
        <button type="button" className="button" onClick={clearFilter}>
          {t.list.clearFilter}
        </button>
      )}
      <p role="status">{isFiltered ? t.list.filtered(shown, all) : t.list.count(all)}</p>
    </div>
  )
}
