import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useText } from '../../i18n/text.ts'
import { useSelectedToken } from '../address.ts'
import { clearFilter } from '../view-store.ts'
import { FoldButton } from './fold-button.tsx'
import { GroupHeading } from './group-heading.tsx'
import { RentalRow } from './rental-row.tsx'
import { LIST, selectionStore, showInList } from './selection-store.ts'
import { useListItems } from './use-list-items.ts'
import { useListKeys } from './use-list-keys.ts'
import { useListLayout } from './use-list-layout.ts'
import { useListWindow } from './use-list-window.ts'
import { useSteadyItems } from './use-steady-items.ts'

/** All followed rentals that the filter lets through, in the order chosen; long lists draw only the rows in view. */
export function RentalList() {
  const { t } = useText()
  const frame = useRef<HTMLDivElement>(null)
  const layout = useListLayout(frame)
  const selected = useSelectedToken()
  const isSelecting = useStore(selectionStore, ({ chosen }) => chosen.size > 0)
  const items = useSteadyItems(frame, useListItems(), layout)
  const { drawn, before, after } = useListWindow(frame, items, layout)
  useListKeys(frame)
  useEffect(() => {
    showInList(items.flatMap(item => (item.kind === 'rental' ? item.token : [])))
  }, [items])
  useEffect(() => () => showInList([]), [])
  return (
    <div
      ref={frame}
      id={LIST}
      tabIndex={-1}
      role="table"
      aria-label={t.list.label}
      aria-rowcount={items.length + 1}
      aria-colcount={7}
      data-layout={layout}
      data-selecting={isSelecting || undefined}
      className={`group/list outline-none ${items[0]?.kind === 'rental' ? 'mt-3' : ''}`}
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
          <p>{t.tools.nothingFound}</p>
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
      <span role="columnheader">{t.tools.selection}</span>
      {Object.entries(t.list.columns).map(([column, name]) => (
        <span key={column} role="columnheader">
          {name}
        </span>
      ))}
    </div>
  )
}
