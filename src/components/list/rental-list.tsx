import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { groupByNeed } from '../../domain/groups.ts'
import { useText } from '../../i18n/text.ts'
import { useSelectedToken } from '../address.ts'
import { useShownSummaries } from '../use-shown-summaries.ts'
import { clearFilter, viewStore } from '../view-store.ts'
import { FoldButton } from './fold-button.tsx'
import { GroupHeading } from './group-heading.tsx'
import { listItems } from './list-items.ts'
import { RentalRow } from './rental-row.tsx'
import { useListLayout } from './use-list-layout.ts'
import { useListWindow } from './use-list-window.ts'

/** All followed rentals that the filter lets through, in groups; long lists draw only the rows in view. */
export function RentalList() {
  const { t } = useText()
  const frame = useRef<HTMLDivElement>(null)
  const layout = useListLayout(frame)
  const summaries = useShownSummaries()
  const unfolded = useStore(viewStore, state => state.unfolded)
  const selected = useSelectedToken()
  const items = useMemo(() => listItems(groupByNeed(summaries), unfolded), [summaries, unfolded])
  const { drawn, before, after } = useListWindow(frame, items, layout)
  return (
    <div
      ref={frame}
      role="table"
      aria-label={t.list.label}
      aria-rowcount={items.length + 1}
      aria-colcount={6}
      data-layout={layout}
      className="group/list"
      style={{ paddingTop: before, paddingBottom: after }}
    >
      <ColumnNames />
      {drawn.map(({ item, index, height }) => {
        const rowIndex = index + 2
        if (item.kind === 'heading')
          return (
            <GroupHeading
              key={item.key}
              group={item.group}
              count={item.count}
              rowIndex={rowIndex}
              height={height}
            />
          )
        if (item.kind === 'fold')
          return (
            <FoldButton
              key={item.key}
              hidden={item.hidden}
              open={item.open}
              rowIndex={rowIndex}
              height={height}
            />
          )
        return (
          <RentalRow
            key={item.key}
            token={item.token}
            edge={item.edge}
            rowIndex={rowIndex}
            current={item.token === selected}
            height={height}
          />
        )
      })}
      {items.length === 0 && (
        <div className="py-16 text-center text-muted">
          <p>{t.list.filteredOut}</p>
          <button type="button" className="button mt-4" onClick={clearFilter}>
            {t.list.clearFilter}
          </button>
        </div>
      )}
    </div>
  )
}

/** The columns' names, for those who hear the table; those who see it need none. */
function ColumnNames() {
  const { t } = useText()
  return (
    <div role="row" aria-rowindex={1} className="sr-only">
      {Object.entries(t.list.columns).map(([column, name]) => (
        <span key={column} role="columnheader">
          {name}
        </span>
      ))}
    </div>
  )
}
