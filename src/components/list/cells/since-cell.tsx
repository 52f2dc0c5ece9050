import type { Rental } from '../../../api/rental.ts'
import type { Summary } from '../../../domain/summary.ts'
import { useI18n } from '../../../i18n/i18n.ts'
import { useBoard } from '../../board-context.ts'
import { useNow } from '../../use-now.ts'
import { formatRelativeTime, formatSince } from '../../words/format-since.ts'
import { Cell } from './cell.tsx'

/** Since when the state holds, over the numbers in the file or the age of what is stale. */
export function SinceCell({ token, summary, rental }: SinceCellProps) {
  const text = useI18n()
  const { poller, book } = useBoard()
  const since = useNow(now => {
    if (summary.since !== undefined) return formatSince(summary.state, summary.since, now, text)
    const triedAt = poller.checks.get(token)?.lastTriedAt
    return triedAt === undefined ? '' : formatRelativeTime(triedAt, now, text)
  })
  const age = useNow(now => {
    const at = summary.stale ? book.reply(token)?.at : undefined
    return at === undefined ? '' : text.f.duration(now - at)
  })
  return (
    <Cell
      className={`text-right text-muted [grid-area:since] group-data-[layout=compact]/list:text-sm group-data-[layout=narrow]/list:text-sm ${rental === undefined ? 'group-data-[layout=compact]/list:[grid-row-start:1]' : 'group-data-[layout=compact]/list:self-start'}`}
    >
      <span className="block truncate">{since}</span>
      {summary.stale ? (
        <span className="block truncate text-failed text-xs" title={text.t.row.staleLong(age)}>
          {text.t.row.stale(age)}
        </span>
      ) : (
        rental?.phoneNumbers !== undefined && (
          <span className="block truncate text-xs not-print:group-data-[layout=compact]/list:sr-only not-print:group-data-[layout=medium]/list:sr-only">
            {text.t.file.numbers(rental.phoneNumbers)}
          </span>
        )
      )}
    </Cell>
  )
}

type SinceCellProps = {
  token: string
  summary: Summary
  rental: Rental | undefined
}
