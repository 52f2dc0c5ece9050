import { memo, type Ref } from 'react'
import { useText } from '../../i18n/text.ts'
import { useSelectedToken } from '../address.ts'
import { clearFilter } from '../view-store.ts'
import { FoldButton } from './fold-button.tsx'
import { GroupHeading } from './group-heading.tsx'
import type { ListItem } from './list-items.ts'
import { RentalRow } from './rental-row.tsx'
import type { RowManners } from './row-look.tsx'
import type { ListLayout } from './use-list-layout.ts'

/** The id of the list, which takes the focus when what had it is gone. */
export const LIST = 'list'

/** A line that is drawn: its place among all lines, and its height in pixels. In brief it says the least. */
export type DrawnLine = {
  readonly item: ListItem
  readonly index: number
  readonly height: number
  readonly isBrief?: boolean
}

/** What a list draws, and how its rows behave. */
export type ListLines = {
  readonly items: readonly ListItem[]
  readonly drawn: readonly DrawnLine[]
  /** Pixels that stand for the lines not drawn above and below. */
  readonly before: number
  readonly after: number
  /** The lines glide to where they are now. */
  readonly isGliding: boolean
  /** Some rentals are chosen, or about to be. */
  readonly isSelecting: boolean
  readonly manners: RowManners | undefined
}

type ListFrameProps = ListLines & { frame: Ref<HTMLDivElement>; layout: ListLayout }

/** The table of the rentals, with those lines in it that are drawn. */
export const ListFrame = memo(function ListFrame(props: ListFrameProps) {
  const { frame, layout, items, drawn, before, after, isSelecting, manners } = props
  const { t } = useText()
  const selected = useSelectedToken()
  return (
    <div
      ref={frame}
      id={LIST}
      tabIndex={-1}
      role="table"
      aria-label={t.list.label}
      aria-rowcount={items.length + 1}
      aria-colcount={7}
      data-layout={layout.name}
      data-selecting={isSelecting || undefined}
      className={`group/list outline-none ${items[0]?.kind === 'rental' ? 'mt-3' : ''}`}
      style={{ paddingTop: before, paddingBottom: after }}
    >
      <ColumnNames />
      {drawn.map(line => (
        <Line key={line.item.key} line={line} selected={selected} manners={manners} />
      ))}
      {items.length === 0 && (
        <div className="py-16 text-center text-muted">
          <p>{t.tools.nothingFound}</p>
          <button type="button" className="button mt-4" onClick={clearFilter}>
            {t.list.clearFilter}
          </button>
        </div>
      )}
    </div>
  )
})

type LineProps = { line: DrawnLine; selected: string | undefined; manners: RowManners | undefined }

function Line({ line, selected, manners }: LineProps) {
  const { item, height, isBrief = false } = line
  const rowIndex = line.index + 2
  switch (item.kind) {
    case 'heading':
      return <GroupHeading group={item.group} count={item.count} rowIndex={rowIndex} height={height} />
    case 'fold':
      return <FoldButton hidden={item.hidden} open={item.open} rowIndex={rowIndex} height={height} />
    case 'rental':
      return (
        <RentalRow
          token={item.token}
          edge={item.edge}
          rowIndex={rowIndex}
          current={item.token === selected}
          height={height}
          isBrief={isBrief}
          manners={manners}
        />
      )
  }
}

/** The columns' names, for those who hear the table; those who see it need none. */
function ColumnNames() {
  const { t } = useText()
  return (
    <div role="row" aria-rowindex={1} className="sr-only">
      <span role="columnheader">{t.tools.selection}</span>
      {Object.entries(t.list.columns).map(([column, name]) => (
        <span key={column} role="columnheader">
          {name}
        </span>
      ))}
    </div>
  )
}
