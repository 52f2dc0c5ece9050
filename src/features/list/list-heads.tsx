import { ArrowDown, ArrowUp } from 'lucide'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import type { Messages } from '../../i18n/fr.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { type SortOrder, sortDirection } from '../../rentals/sort.ts'
import { Icon } from '../../ui/icon.tsx'
import { GroupHeading } from './group-heading.tsx'
import { HEADING_LINE_REM, type HeadingItem, type ListItem, type ListLayout } from './list-items.ts'
import { linesOf } from './use-flip.ts'

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
  useToolsHeight()
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
  const isSorted = useStore(preferences.state, ({ sort }) => sort === order)
  const isReversed = useStore(preferences.state, state => state.sortReversed)
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

/** The heads stick below the tools, which wrap as they need. */
function useToolsHeight() {
  useEffect(() => {
    const tools = document.getElementById(LIST_TOOLS_ID)
    if (tools === null) return
    const { style } = document.documentElement
    function measure(tools: HTMLElement) {
      const isSticky = getComputedStyle(tools).position === 'sticky'
      style.setProperty('--tools-height', `${isSticky ? tools.offsetHeight : 0}px`)
    }
    measure(tools)
    const observer = new ResizeObserver(() => measure(tools))
    observer.observe(tools)
    observer.observe(document.documentElement)
    return () => {
      observer.disconnect()
      style.removeProperty('--tools-height')
    }
  }, [])
}

type GroupInViewProps = ListHeadsProps & { heads: RefObject<HTMLElement | null> }

/** Stands where its heading has scrolled to, and stays there: what is scrolled away is not in the page. */
function GroupInView({ heads, lines, items, layout }: GroupInViewProps) {
  const [heading, setHeading] = useState<HeadingItem>()
  useEffect(() => {
    const ends = headingEnds(items, layout)
    function update() {
      if (heads.current === null || lines.current === null) return
      const edge = heads.current.getBoundingClientRect().bottom - lines.current.getBoundingClientRect().top
      setHeading(ends.findLast(({ end }) => end - HEADING_LINE_REM * layout.rem < edge)?.heading)
    }
    update()
    window.addEventListener('scroll', update, { passive: true })
    return () => window.removeEventListener('scroll', update)
  }, [heads, lines, items, layout])
  if (heading === undefined) return null
  return (
    <div
      aria-hidden="true"
      style={{ height: HEADING_LINE_REM * layout.rem }}
      className="absolute inset-x-0 top-full flex items-end bg-paper pb-2 print:hidden"
    >
      <GroupHeading as="p" group={heading.group} count={heading.count} />
    </div>
  )
}

/** Pixels from the start of the lines to the end of each heading. */
function headingEnds(items: readonly ListItem[], layout: ListLayout) {
  const lines = linesOf(items, layout)
  return items.flatMap(item => {
    const span = lines.get(item.key)
    return item.kind === 'heading' && span ? { heading: item, end: span.bottom } : []
  })
}
