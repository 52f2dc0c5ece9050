import { useText } from '../../../i18n/text.ts'
import { RowTags } from '../../tags/row-tags.tsx'
import { shortToken } from '../../words/short-token.ts'
import { chooseInstead } from '../selection-store.ts'
import { Cell } from './cell.tsx'

/** The user's name for the rental over its token; the link opens the detail and covers the whole row. */
export function NameCell({ token, name, tags, href, current, note }: NameCellProps) {
  const { t } = useText()
  return (
    <Cell className="@container [grid-area:name]">
      <a
        href={href}
        aria-current={current ? 'true' : undefined}
        aria-label={t.list.open(name ?? token)}
        title={name ?? token}
        onClick={event => chooseInstead(event, token)}
        className={`block truncate font-semibold leading-6 outline-none after:absolute after:inset-0 ${name ? '' : 'font-mono text-sm'}`}
      >
        {name ?? shortToken(token)}
      </a>
      <div className="flex items-center gap-2">
        {note ? (
          <span className="truncate text-muted">{note}</span>
        ) : (
          name && (
            <span
              className={`shrink-0 font-mono text-muted text-xs group-data-[layout=medium]/list:hidden ${tags.length > 0 ? 'hidden @min-[15.5rem]:inline' : ''}`}
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
