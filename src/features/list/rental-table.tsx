import { memo, type Ref } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useSelectedToken } from '../../board/routes.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { type GroupName, groupDots } from '../../rentals/status.ts'
import type { ListItem } from './list-items.ts'
import { RentalRow } from './rental-row.tsx'
import type { ListLayout } from './use-list-layout.ts'
import type { DrawnLine, ListLines } from './use-list-window.ts'

/** The list takes the focus when what had it is gone. */
export const LIST_ID = 'list'

type RentalTableProps = {
  frame: Ref<HTMLDivElement>
  layout: ListLayout
  items: readonly ListItem[]
  lines: ListLines
}

export const RentalTable = memo(function RentalTable({ frame, layout, items, lines }: RentalTableProps) {
  const { drawn, before, after } = lines
  const { t } = useI18n()
  const selected = useSelectedToken()
  const { view, selection } = useBoard()
  const isSelecting = useStore(selection.state, ({ selected, isMode }) => selected.size > 0 || isMode)
  return (
    <div
      ref={frame}
      id={LIST_ID}
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
        <Line key={line.item.key} line={line} selected={selected} />
      ))}
      {items.length === 0 && (
        <div className="py-16 text-center text-muted">
          <p>{t.tools.nothingFound}</p>
          <button type="button" className="button mt-4" onClick={view.clearFilter}>
            {t.list.clearFilter}
          </button>
        </div>
      )}
    </div>
  )
})

function Line({ line, selected }: { line: DrawnLine; selected: string | undefined }) {
  const { item, height } = line
  const rowIndex = line.index + 2
  switch (item.kind) {
    case 'heading':
      return <GroupHeading group={item.group} count={item.count} rowIndex={rowIndex} height={height} />
    case 'fold':
      return <CollapseButton hidden={item.hidden} open={item.open} rowIndex={rowIndex} height={height} />
    case 'rental':
      return (
        <RentalRow
          token={item.token}
          edge={item.edge}
          rowIndex={rowIndex}
          current={item.token === selected}
          height={height}
        />
      )
  }
}

/** For screen readers only. */
function ColumnNames() {
  const { t } = useI18n()
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

type CollapseButtonProps = { hidden: number; open: boolean; rowIndex: number; height: number }

function CollapseButton({ hidden, open, rowIndex, height }: CollapseButtonProps) {
  const { t } = useI18n()
  const { view } = useBoard()
  return (
    <div role="row" aria-rowindex={rowIndex} style={{ height }} className="flex items-center print:hidden">
      <div role="cell" aria-colspan={7}>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          onClick={() => view.state.setState({ unfolded: !open })}
        >
          {open ? t.list.showFewer : t.list.showAll(hidden)}
        </button>
      </div>
    </div>
  )
}

type GroupHeadingProps = { group: GroupName; count: number; rowIndex: number; height: number }

function GroupHeading({ group, count, rowIndex, height }: GroupHeadingProps) {
  const { t, f } = useI18n()
  return (
    <div role="row" aria-rowindex={rowIndex} style={{ height }} className="flex items-end pb-2">
      <div role="cell" aria-colspan={7}>
        <h2 className="flex items-center gap-2 font-semibold text-muted text-sm tracking-wide">
          <span className={`size-2.5 rounded-full ${groupDots[group]}`} aria-hidden="true" />
          {t.list.group(t.groups[group], f.number(count))}
        </h2>
      </div>
    </div>
  )
}
