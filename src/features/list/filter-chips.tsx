import { X } from 'lucide'
import { useBoard, useViewState } from '../../board/board-context.ts'
import { useActiveFilters } from '../../board/use-active-filters.ts'
import { isFiltered } from '../../board/view.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { focusList } from '../../ui/focus-list.ts'
import { Icon } from '../../ui/icon.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { tagColours } from '../../ui/tag-button.tsx'
import { listWords } from './words.ts'

const ArchiveChip = lazyPart(() => import('./archive-controls.tsx'), 'ArchiveChip')

/** One for each filter, which a press lifts; then what shows all again. */
export function FilterChips() {
  const w = useWords(listWords)
  const isPart = useViewState(isFiltered)
  return (
    <>
      {useActiveFilters().map(({ key, label, tag, lift: filter }) => (
        <button
          key={key}
          type="button"
          aria-label={w.unfilter(label)}
          title={w.unfilter(label)}
          onClick={() => lift(filter)}
          className={`inline-flex min-h-9 max-w-full items-center gap-1.5 rounded-full border pr-2.5 pl-3 text-sm pointer-coarse:min-h-11 ${tag === undefined ? 'border-line bg-sunken text-ink hover:border-strong-line' : `border-transparent hover:border-current ${tagColours(tag)}`}`}
        >
          <span>{label}</span>
          <Icon of={X} className="size-3.5 shrink-0" />
        </button>
      ))}
      <ArchiveChip />
      {isPart && <ShowAll />}
    </>
  )
}

/** In place of the rows. */
export function NothingFound() {
  const w = useWords(listWords)
  return (
    <div className="py-16 text-center text-muted">
      <p className="mb-4">{w.nothingFound}</p>
      <ShowAll />
    </div>
  )
}

function ShowAll() {
  const { t } = useI18n()
  const { view } = useBoard()
  return <Button words={t.list.clearFilter} onClick={() => lift(view.clearFilter)} />
}

/** The pressed button is gone then. */
function lift(filter: () => void) {
  filter()
  focusList()
}
