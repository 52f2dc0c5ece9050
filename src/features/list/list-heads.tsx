import { ArrowDown, ArrowUp } from 'lucide'
import { type RefObject, useEffect, useRef } from 'react'
import { useBoard, usePreferences } from '../../board/board-context.ts'
import type { Messages } from '../../i18n/fr.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { type SortOrder, sortDirection } from '../../rentals/sort.ts'
import { Icon } from '../../ui/icon.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import type { ListItem, ListLayout } from './list-items.ts'

const GroupInView = lazyPart(() => import('./group-in-view.tsx'), 'GroupInView')

/** The tools over the list, which stay in view with its heads. */
export const LIST_TOOLS_ID = 'list-tools'

type ColumnName = keyof Messages['list']['columns']

type Column = {
  readonly name: ColumnName
  readonly area: string
  /** The order that a press sorts by. */
  readonly order?: SortOrder
}

const columns: readonly Column[] = [
  { name: 'state', area: '[grid-area:state]', order: 'status' },
  { name: 'name', area: '[grid-area:name]', order: 'name' },
  { name: 'targeting', area: '[grid-area:targeting]', order: 'targeting' },
  { name: 'places', area: '[grid-area:places]', order: 'volume' },
  { name: 'cost', area: '[grid-area:cost] text-right', order: 'cost' },
  { name: 'since', area: '[grid-area:since] text-right', order: 'need' },
  { name: 'action', area: 'sr-only' },
]

type ListHeadsProps = {
  lines: RefObject<HTMLElement | null>
  items: readonly ListItem[]
  layout: ListLayout
}

/** The names of the columns, and of the group that is scrolled to; on a card they are for screen readers only. */
export function ListHeads({ lines, items, layout }: ListHeadsProps) {
  const { t } = useI18n()
  const heads = useRef<HTMLDivElement>(null)
  useToolsHeight(heads)
  return (
    <div
      ref={heads}
      role="rowgroup"
      className="list-heads before:absolute before:inset-y-0 before:right-0 before:-left-7 before:-z-10 before:bg-paper"
    >
      <div
        role="row"
        aria-rowindex={1}
        className="row-grid border-x border-x-transparent border-b border-b-line py-1! [row-gap:0]! group-data-[layout=narrow]/list:sr-only! compact:sr-only! text-muted text-xs! leading-tight"
      >
        <span role="columnheader" className="sr-only">
          {t.tools.selection}
        </span>
        {columns.map(column => (
          <ColumnHead key={column.name} {...column} />
        ))}
      </div>
      <GroupInView heads={heads} lines={lines} items={items} layout={layout} />
    </div>
  )
}

function ColumnHead({ name, area, order }: Column) {
  const { t } = useI18n()
  const { preferences } = useBoard()
  const isSorted = usePreferences(({ sort }) => sort === order)
  const isReversed = usePreferences(state => state.sortReversed)
  if (order === undefined) {
    return (
      <span role="columnheader" className={area}>
        {t.list.columns[name]}
      </span>
    )
  }
  const direction = sortDirection(order, isReversed)
  return (
    <div role="columnheader" aria-sort={isSorted ? direction : undefined} className={`min-w-0 ${area}`}>
      <button
        type="button"
        className={`inline-flex min-h-6 items-center gap-1 rounded-sm text-left hover:text-ink ${isSorted ? 'font-semibold text-ink' : ''}`}
        onClick={() => preferences.set({ sort: order, sortReversed: isSorted && !isReversed })}
      >
        <span>{t.list.columns[name]}</span>
        {isSorted && (
          <Icon of={direction === 'ascending' ? ArrowUp : ArrowDown} className="size-3 shrink-0" />
        )}
      </button>
    </div>
  )
}

/** The heads stick below the tools, which wrap as they need, and what is scrolled to does not end up under them. */
function useToolsHeight(heads: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const tools = document.getElementById(LIST_TOOLS_ID)
    if (tools === null) return
    // Not as one property that is inherited: that would restyle the whole page.
    const { style } = document.documentElement
    function measure(tools: HTMLElement) {
      const isSticky = getComputedStyle(tools).position === 'sticky'
      const top = isSticky ? tools.offsetHeight : 0
      if (heads.current) heads.current.style.top = `${top}px`
      style.scrollPaddingTop = `calc(${top}px + 5rem)`
    }
    measure(tools)
    const observer = new ResizeObserver(() => measure(tools))
    observer.observe(tools)
    observer.observe(document.documentElement)
    return () => {
      observer.disconnect()
      style.scrollPaddingTop = ''
    }
  }, [heads])
}
