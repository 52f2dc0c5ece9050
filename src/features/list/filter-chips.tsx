import { X } from 'lucide'
import { useActiveFilters } from '../../board/use-active-filters.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { tagColours } from '../../ui/tag-button.tsx'

const ArchiveChip = lazyPart(() => import('./archive-controls.tsx'), 'ArchiveChip')

/** One for each filter: a press lifts it. */
export function FilterChips() {
  const { t } = useI18n()
  const chips = useActiveFilters().map(({ key, label, tag, lift }) => (
    <button
      key={key}
      type="button"
      aria-label={t.tools.unfilter(label)}
      title={t.tools.unfilter(label)}
      onClick={lift}
      className={`inline-flex min-h-9 max-w-full items-center gap-1.5 rounded-full border pr-2.5 pl-3 text-sm pointer-coarse:min-h-11 ${tag === undefined ? 'border-line bg-sunken text-ink hover:border-strong-line' : `border-transparent hover:border-current ${tagColours(tag)}`}`}
    >
      <span>{label}</span>
      <Icon of={X} className="size-3.5 shrink-0" />
    </button>
  ))
  return [...chips, <ArchiveChip key="archive" />]
}
