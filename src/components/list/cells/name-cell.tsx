import { useText } from '../../../i18n/text.ts'
import { shortToken } from '../../words/short-token.ts'
import { Cell } from './cell.tsx'

/** The user's name for the rental over its token; the link opens the detail and covers the whole row. */
export function NameCell({ token, name, href, current, note }: NameCellProps) {
  const { t } = useText()
  return (
    <Cell className="[grid-area:name]">
      <a
        href={href}
        aria-current={current ? 'true' : undefined}
        aria-label={t.list.open(name ?? token)}
        title={name ?? token}
        className={`block truncate font-semibold outline-none after:absolute after:inset-0 ${name ? '' : 'font-mono text-sm'}`}
      >
        {name ?? shortToken(token)}
      </a>
      {note ? (
        <span className="block truncate text-muted">{note}</span>
      ) : (
        name && (
          <span className="block truncate font-mono text-muted text-xs group-data-[layout=medium]/list:hidden">
            {shortToken(token)}
          </span>
        )
      )}
    </Cell>
  )
}

type NameCellProps = {
  token: string
  name: string | undefined
  href: string
  current: boolean
  note: string | undefined
}
