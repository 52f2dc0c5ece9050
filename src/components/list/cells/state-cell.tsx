import type { Rental, RentalFlag } from '../../../api/rental.ts'
import type { Summary } from '../../../domain/summary.ts'
import { useI18n } from '../../../i18n/i18n.ts'
import { FlagMark } from '../flag-mark.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { Cell } from './cell.tsx'

const general: ReadonlySet<RentalFlag> = new Set(['success-missing', 'success-odd', 'xml-positions'])

/** The badge, with the provider's own words for a status that is not documented. */
export function StateCell({ summary, rental }: { summary: Summary; rental: Rental | undefined }) {
  const { t } = useI18n()
  const asSent = summary.state === 'unknown' ? rental?.statusText : undefined
  return (
    <Cell className="[grid-area:state]">
      <span className="flex items-center gap-1.5">
        <StatusBadge state={summary.state} />
        <FlagMark flags={rental?.flags.filter(flag => general.has(flag)) ?? []} />
      </span>
      {asSent && (
        <span className="block truncate text-muted text-xs" title={asSent}>
          {t.row.statusAsSent(asSent)}
        </span>
      )}
    </Cell>
  )
}
