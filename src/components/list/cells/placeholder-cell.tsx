import type { Summary } from '../../../domain/summary.ts'
import { useI18n } from '../../../i18n/i18n.ts'
import { formatError } from '../../words/format-error.ts'
import { Cell } from './cell.tsx'

/** What stands in place of data that never came: why, in words, or the shape of what is awaited. */
export function PlaceholderCell({ summary }: { summary: Summary }) {
  const text = useI18n()
  return (
    <Cell className="[grid-area:targeting] group-data-[layout=compact]/list:[grid-column-end:places-end] group-data-[layout=medium]/list:[grid-column-end:places-end] group-data-[layout=wide]/list:[grid-column-end:cost-end]">
      {summary.error && summary.state !== 'pending' ? (
        <span className="line-clamp-2 text-muted">{formatError(summary.error, text)}</span>
      ) : (
        <span className="block space-y-2">
          <span className="sr-only">{text.t.row.waiting}</span>
          <span className="block h-2.5 w-3/5 rounded-full bg-sunken" />
          <span className="block h-2.5 w-2/5 rounded-full bg-sunken" />
        </span>
      )}
    </Cell>
  )
}
