import { X } from 'lucide'
import { useStore } from 'zustand'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../icon.tsx'
import { usePlaces } from '../use-places.ts'
import { toggleDepartment, toggleShort, viewStore } from '../view-store.ts'

/** What was chosen on the map or in the totals to filter the list by; pressing one lifts it. */
export function FilterChips() {
  const { t } = useText()
  const { department, short } = useStore(viewStore)
  const places = usePlaces(department === undefined ? [] : [department])
  return (
    <>
      {department !== undefined && (
        <Chip
          label={`${department} ${places.departmentName(department) ?? ''}`.trim()}
          onLift={() => toggleDepartment(department)}
        />
      )}
      {short && <Chip label={t.totals.shortfall} onLift={toggleShort} />}
    </>
  )
}

function Chip({ label, onLift }: { label: string; onLift: () => void }) {
  const { t } = useText()
  return (
    <button
      type="button"
      aria-label={t.tools.unfilter(label)}
      title={t.tools.unfilter(label)}
      onClick={onLift}
      className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line bg-sunken pr-2.5 pl-3 text-ink text-sm hover:border-strong-line pointer-coarse:min-h-11"
    >
      {label}
      <Icon of={X} className="size-3.5" />
    </button>
  )
}
