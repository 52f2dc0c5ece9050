import { X } from 'lucide'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { usePlaces } from '../../places/use-places.ts'
import { Icon } from '../../ui/icon.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { tagColours } from '../../ui/tag-button.tsx'

const ArchiveChip = lazyPart(() => import('./archive-controls.tsx'), 'ArchiveChip')

export function FilterChips() {
  const { t } = useI18n()
  const { view } = useBoard()
  const tags = useStore(view.state, state => state.tags)
  const department = useStore(view.state, state => state.department)
  const isShort = useStore(view.state, state => state.short)
  const places = usePlaces(department === undefined ? [] : [department])
  const plain = 'border-line bg-sunken text-ink hover:border-strong-line'
  return (
    <>
      {[...tags].map(tag => (
        <Chip
          key={tag}
          label={tag}
          onLift={() => view.toggleTag(tag)}
          className={`border-transparent hover:border-current ${tagColours(tag)}`}
        />
      ))}
      {department !== undefined && (
        <Chip
          label={`${department} ${places.departmentName(department) ?? ''}`.trim()}
          onLift={() => view.toggleDepartment(department)}
          className={plain}
        />
      )}
      <ArchiveChip />
      {isShort && <Chip label={t.totals.shortfall} onLift={view.toggleShort} className={plain} />}
    </>
  )
}

type ChipProps = { label: string; onLift: () => void; className: string }

function Chip({ label, onLift, className }: ChipProps) {
  const { t } = useI18n()
  return (
    <button
      type="button"
      aria-label={t.tools.unfilter(label)}
      title={t.tools.unfilter(label)}
      onClick={onLift}
      className={`inline-flex min-h-9 min-w-0 max-w-60 items-center gap-1.5 rounded-full border pr-2.5 pl-3 text-sm pointer-coarse:min-h-11 ${className}`}
    >
      <span className="truncate">{label}</span>
      <Icon of={X} className="size-3.5 shrink-0" />
    </button>
  )
}
