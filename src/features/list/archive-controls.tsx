import { Archive } from 'lucide'
import { useShallow } from 'zustand/shallow'
import { useBoard, useModel, useViewState } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { useArchive } from '../../board/use-removal.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { finishedTokens } from '../../rentals/archive.ts'
import { Button } from '../../ui/button.tsx'
import { focusList } from '../../ui/focus-list.ts'
import { listWords } from './words.ts'

/** Lists what was put away, and nothing else; there while anything is, and not listed already. */
export function ArchiveChip() {
  const { t, f } = useI18n()
  const { view } = useBoard()
  const count = useModel(({ archived }) => archived.size)
  const isShown = useViewState(({ archived }) => archived)
  if (count === 0 || isShown) return null
  return (
    <Button
      icon={Archive}
      words={t.list.group(t.archive.filter, f.number(count))}
      className="rounded-full"
      onClick={() => {
        view.toggleArchived()
        focusList()
      }}
    />
  )
}

/** Beside the heading of the finished rentals: puts away those that it counts, and were not put away before. */
export function ArchiveFinished() {
  const w = useWords(listWords)
  const archive = useArchive()
  const shown = useFilteredRentals(selectFinished)
  const tokens = useModel(useShallow(({ summaries }) => shown.filter(token => summaries.has(token))))
  if (tokens.length === 0) return null
  return (
    <Button
      words={w.archiveFinished}
      className="min-h-8 px-2.5 text-sm print:hidden"
      onClick={() => {
        archive(tokens, true)
        focusList()
      }}
    />
  )
}

function selectFinished({ shown }: FilteredRentals): readonly string[] {
  return finishedTokens(shown)
}
