import {
  Check,
  CircleDashed,
  CircleHelp,
  Clock,
  CloudOff,
  Download,
  type IconNode,
  LoaderCircle,
  TriangleAlert,
  X,
} from 'lucide'
import type { RowState } from '../../domain/row-state.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../icon.tsx'

const icons: Record<RowState, IconNode> = {
  requested: Clock,
  generating: LoaderCircle,
  ready: Download,
  failed: TriangleAlert,
  downloaded: Check,
  unknown: CircleHelp,
  'not-found': X,
  error: CloudOff,
  pending: CircleDashed,
}

const open = 'border-strong-line border-dashed text-ink'

const colours: Record<RowState, string> = {
  requested: 'border-transparent bg-requested-tint text-requested',
  generating: 'border-transparent bg-generating-tint text-generating',
  ready: 'border-transparent bg-ready-tint text-ready',
  failed: 'border-transparent bg-failed-tint text-failed',
  downloaded: 'border-transparent bg-downloaded-tint text-downloaded',
  unknown: open,
  'not-found': open,
  error: open,
  pending: 'border-line border-dashed text-muted',
}

/** The state of a rental as icon, word and colour, so that colour never stands alone; large on the wall. */
export function StatusBadge({ state, large = false }: { state: RowState; large?: boolean }) {
  const { t } = useText()
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border py-0.5 pr-2.5 pl-2 font-semibold ${large ? 'text-[1.0625em]' : 'text-sm group-data-[layout=compact]/list:text-xs'} ${colours[state]}`}
    >
      <Icon of={icons[state]} className="size-[1.1em] shrink-0" strokeWidth={2.4} />
      {t.states[state]}
    </span>
  )
}
