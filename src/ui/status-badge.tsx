import {
  Check,
  CheckCheck,
  CircleDashed,
  CircleHelp,
  Clock,
  CloudOff,
  type IconNode,
  LoaderCircle,
  TriangleAlert,
  X,
} from 'lucide'
import { useI18n } from '../i18n/i18n.ts'
import { type RentalState, type StateIcon, states } from '../rentals/status.ts'
import { Icon } from './icon.tsx'

const icons: Readonly<Record<StateIcon, IconNode>> = {
  Check,
  CheckCheck,
  CircleDashed,
  CircleHelp,
  Clock,
  CloudOff,
  LoaderCircle,
  TriangleAlert,
  X,
}

const OTHER_BADGE_CLASS = 'border-strong-line border-dashed text-ink'

/** Icon and word, so that colour never stands alone; large on the wall. */
export function StatusBadge({ state, large = false }: { state: RentalState; large?: boolean }) {
  const { t } = useI18n()
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border py-0.5 pr-2.5 pl-2 font-semibold ${large ? 'text-[1.0625em]' : 'text-sm group-data-[layout=compact]/list:text-xs'} ${states[state].badge ?? OTHER_BADGE_CLASS}`}
    >
      <Icon of={icons[states[state].icon]} className="size-[1.1em] shrink-0" strokeWidth={2.4} />
      <span>{t.states[state]}</span>
    </span>
  )
}
