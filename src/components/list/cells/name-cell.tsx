import { useI18n } from '../../../i18n/i18n.ts'
import { RowTags } from '../../tags/row-tags.tsx'
import { shortToken } from '../../words/short-token.ts'
import { selectInstead } from '../selection-store.ts'
import { Cell } from './cell.tsx'

/** The user's name for the rental over its token; the link opens the detail and covers the whole row. */
export function NameCell({ token, name, tags, href, current, note }: NameCellProps) {
  const { t } = useI18n()
  return (
    <Cell className="@container [grid-area:name]">
      <a
        href={href}
        aria-current={current ? 'true' : undefined}
        aria-label={t.list.open(name ?? token)}
        title={name ?? token}
        onClick={event => selectInstead(event, token)}
        className={`block truncate font-semibold leading-6 outline-none after:absolute after:inset-0 group-data-[layout=narrow]/list:group-hover/row:pr-8 group-data-[layout=narrow]/list:group-has-[input:focus-visible]/row:pr-8 group-data-[layout=narrow]/list:group-data-selecting/list:pr-8 ${name ? 'text-base' : 'font-mono text-sm'}`}
      >
        {name ?? shortToken(token)}
      </a>
      <div className="row-tags flex h-5.5 items-center empty:hidden">
        {note ? (
          <span className="shrink-[9] truncate pr-2 text-muted">{note}</span>
        ) : (
          name && (
            <span
              className={`shrink-0 whitespace-nowrap pr-2 font-mono text-muted text-xs not-print:group-data-[layout=medium]/list:hidden ${tags.length > 0 ? 'not-print:@max-[19rem]:hidden' : ''}`}
            >
              {shortToken(token)}
            </span>
          )
        )}
        {tags.length > 0 && <RowTags tags={tags} />}
      </div>
    </Cell>
  )
}

type NameCellProps = {
  token: string
  name: string | undefined
  tags: readonly string[]
  href: string
  current: boolean
  note: string | undefined
}
