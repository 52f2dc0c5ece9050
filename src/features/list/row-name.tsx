import { useEffect, useRef, useState } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { detailAddress } from '../../board/routes.ts'
import { useTeam } from '../../board/team-store.ts'
import { shortToken } from '../../format/rental-name.ts'
import { useI18n } from '../../i18n/i18n.ts'
import type { TrackedRental } from '../../rentals/tracked-rental.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { TagButton } from '../../ui/tag-button.tsx'
import { Cell } from './row-cells.tsx'

const RowCarer = lazyPart(() => import('./row-carer.tsx'), 'RowCarer')
const RowNameField = lazyPart(() => import('./row-name-field.tsx'), 'RowNameField')

type NameCellProps = {
  rental: TrackedRental
  /** What it is called, with or without a name of its own. */
  called: string
  current: boolean
  note: string | undefined
}

/** The link opens the detail and covers the whole row. */
export function NameCell({ rental: { token, name, tags, archived }, called, current, note }: NameCellProps) {
  const { t } = useI18n()
  const { selection } = useBoard()
  const team = useTeam()
  const [isNaming, setIsNaming] = useState(false)
  const link = useRef<HTMLAnchorElement>(null)
  const isLeftByKey = useRef(false)
  useEffect(() => {
    if (!isNaming && isLeftByKey.current) link.current?.focus()
    isLeftByKey.current = false
  }, [isNaming])

  function leave(isByKey: boolean) {
    isLeftByKey.current = isByKey
    setIsNaming(false)
  }

  return (
    <Cell className="@container [grid-area:name]">
      {isNaming ? (
        <RowNameField token={token} onLeave={leave} />
      ) : (
        <a
          ref={link}
          href={detailAddress(token)}
          aria-current={current ? 'true' : undefined}
          aria-label={t.list.open(called)}
          title={called}
          onClick={event => selection.selectInstead(event, token)}
          className={`block font-semibold leading-snug outline-none after:absolute after:inset-0 group-data-[layout=narrow]/list:group-hover/row:pr-8 group-data-[layout=narrow]/list:group-has-[input:focus-visible]/row:pr-8 group-data-[layout=narrow]/list:group-data-selecting/list:pr-8 ${called === shortToken(token) ? 'font-mono text-sm' : called.length > 40 ? 'text-sm' : 'text-base'}`}
        >
          {called}
        </a>
      )}
      <div className="row-tags flex min-h-5.5 flex-wrap items-center gap-x-2 empty:hidden">
        {archived === true && (
          <span className="shrink-0 rounded-sm border border-line px-1.5 text-muted text-xs">
            {t.archive.mark}
          </span>
        )}
        {note ? (
          <span className="text-muted">{note}</span>
        ) : (
          called !== shortToken(token) && (
            <span
              className={`font-mono text-muted text-xs ${name === undefined ? '' : `not-print:group-data-[layout=medium]/list:hidden ${tags.length > 0 ? 'not-print:@max-[21rem]:hidden' : ''}`}`}
            >
              {shortToken(token)}
            </span>
          )
        )}
        {name === undefined && !note && !isNaming && (
          <button
            type="button"
            tabIndex={-1}
            onClick={() => setIsNaming(true)}
            className="relative z-10 -my-0.5 min-h-6 shrink-0 text-muted text-xs underline decoration-dotted underline-offset-4 hover:text-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5 print:hidden"
          >
            {t.row.giveName}
          </button>
        )}
        {team && <RowCarer token={token} />}
        {tags.length > 0 && <RowTags tags={tags} />}
      </div>
    </Cell>
  )
}

const MAX_TAGS_SHOWN = 2

function RowTags({ tags }: { tags: readonly string[] }) {
  const { t } = useI18n()
  const [first, second] = tags
  const rest = tags.slice(MAX_TAGS_SHOWN)
  return (
    <span className="relative z-10 flex min-w-0 flex-wrap items-center gap-1 pointer-coarse:pointer-events-none">
      {first !== undefined && <TagButton tag={first} inRow />}
      {second !== undefined && (
        <>
          <span className="flex max-w-full not-print:@max-[11rem]:sr-only">
            <TagButton tag={second} inRow />
          </span>
          <Further className="@min-[11rem]:hidden" tags={tags.slice(1)} />
        </>
      )}
      {rest.length > 0 && (
        <>
          <Further className="@max-[11rem]:hidden" tags={rest} />
          <span className="sr-only">{t.tools.moreTags(rest.join(', '))}</span>
        </>
      )}
    </span>
  )
}

/** «+2», with the tags it stands for as its tooltip. */
function Further({ className, tags }: { className: string; tags: readonly string[] }) {
  const { f } = useI18n()
  return (
    <span
      className={`shrink-0 text-muted text-xs print:hidden ${className}`}
      title={tags.join(', ')}
      aria-hidden="true"
    >
      {`+${f.number(tags.length)}`}
    </span>
  )
}
