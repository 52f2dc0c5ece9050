/*
 * How the list draws thousands of rentals and stays steady. Each step hands its result to the next:
 *
 * 1. What is listed, in which order: `useOrderedRentals`, of `board/filter-provider.tsx`.
 * 2. Its lines, `list-items.ts`: headings, rows, the button that unfolds the finished. Each kind has one height in each
 *    layout, so that everything below is computed; a row whose words need more grows, and its height is remembered.
 * 3. What may be shown now, `use-deferred-order.ts`: a change of status must not move the row under the pointer or with
 *    the focus, so its new order waits until they leave, 5 s at most for the pointer. What the user does shows at once.
 * 4. What is drawn, `use-list-window.ts`: the lines in view, and padding in place of the others. A short list is drawn
 *    whole, for find-in-page.
 * 5. What moves, `use-flip.ts`: after a change of status the lines in view glide to their new places, and the page
 *    scrolls so that most of them stay where they are on the screen.
 *
 * Selecting goes by tokens, not by lines (`board/selection.ts`): what leaves the list leaves the selection.
 */

import { memo, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useBoard, useSelection, useViewState } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals, useOrderedRentals } from '../../board/filter-provider.tsx'
import { useSelectedToken } from '../../board/routes.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { LIST_ID } from '../../ui/focus-list.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { GroupHeading } from './group-heading.tsx'
import { ListHeads } from './list-heads.tsx'
import { type ListItem, type ListLayout, listItems, useListLayout } from './list-items.ts'
import { RentalRow } from './rental-row.tsx'
import { rowActionOf } from './row-action.tsx'
import { useDeferredOrder } from './use-deferred-order.ts'
import { FIRST_ROW_INDEX, useFlip } from './use-flip.ts'
import { type DrawnLine, type ListLines, useListWindow } from './use-list-window.ts'

const ArchiveFinished = lazyPart(() => import('./archive-controls.tsx'), 'ArchiveFinished')
const NothingFound = lazyPart(() => import('./filter-chips.tsx'), 'NothingFound')
const ListMovement = lazyPart(() => import('./list-movement.tsx'), 'ListMovement')
const DownloadAllButton = lazyPart(() => import('../download/download-buttons.tsx'), 'DownloadAllButton')

export function RentalList() {
  const { selection } = useBoard()
  const frame = useRef<HTMLDivElement>(null)
  const layout = useListLayout(frame)
  const groups = useOrderedRentals()
  const unfolded = useViewState(state => state.unfolded)
  const everyRow = useViewState(state => state.everyRow)
  const withAction = useFilteredRentals(selectWithAction)
  const withoutReply = useFilteredRentals(selectWithoutReply)
  const latest = useMemo(
    () => listItems(groups, unfolded, new Set(withAction), new Set(withoutReply)),
    [groups, unfolded, withAction, withoutReply],
  )
  const { items, isAnimated } = useDeferredOrder(frame, latest, layout)
  const lines = useListWindow(frame, items, layout, everyRow)
  useFlip(frame, items, isAnimated, layout)
  useEffect(() => {
    selection.setListed(items.flatMap(item => (item.kind === 'rental' ? item.token : [])))
  }, [selection, items])
  useEffect(() => () => selection.setListed([]), [selection])
  return (
    <>
      <RentalTable frame={frame} layout={layout} items={items} lines={lines} />
      {/* Drawn anew with the lines: a row out of view is there only once the page has scrolled to it. */}
      <ListMovement frame={frame} items={items} layout={layout} />
    </>
  )
}

function selectWithAction({ shown }: FilteredRentals): readonly string[] {
  return shown.filter(summary => rowActionOf(summary) !== undefined).map(({ token }) => token)
}

function selectWithoutReply({ shown }: FilteredRentals): readonly string[] {
  return shown.filter(({ rental }) => rental === undefined).map(({ token }) => token)
}

type RentalTableProps = {
  frame: RefObject<HTMLDivElement | null>
  layout: ListLayout
  items: readonly ListItem[]
  lines: ListLines
}

const RentalTable = memo(function RentalTable({ frame, layout, items, lines }: RentalTableProps) {
  const { drawn, before, after } = lines
  const { t } = useI18n()
  const selected = useSelectedToken()
  const isSelecting = useSelection(({ selected, isMode }) => selected.size > 0 || isMode)
  return (
    <div
      id={LIST_ID}
      tabIndex={-1}
      role="table"
      aria-label={t.list.label}
      aria-rowcount={items.length + 1}
      aria-colcount={8}
      data-layout={layout.name}
      data-selecting={isSelecting || undefined}
      className="group/list outline-none"
    >
      <ListHeads lines={frame} items={items} layout={layout} />
      <div ref={frame} role="rowgroup" style={{ paddingTop: before, paddingBottom: after }}>
        {drawn.map(line => (
          <Line key={line.item.key} line={line} selected={selected} />
        ))}
      </div>
      {items.length === 0 && <NothingFound />}
    </div>
  )
})

function Line({ line, selected }: { line: DrawnLine; selected: string | undefined }) {
  const { item, minHeight, index } = line
  const place = { rowIndex: index + FIRST_ROW_INDEX, minHeight }
  if (item.kind === 'rental') {
    return <RentalRow token={item.token} edge={item.edge} current={item.token === selected} {...place} />
  }
  return (
    <div
      role="row"
      aria-rowindex={place.rowIndex}
      style={{ minHeight }}
      className={item.kind === 'fold' ? 'flex items-center print:hidden' : 'flex items-end pb-2'}
    >
      <div
        role="cell"
        aria-colspan={8}
        className="flex flex-1 flex-wrap items-center justify-between gap-x-3"
      >
        {item.kind === 'fold' ? (
          <FoldButton hidden={item.hidden} open={item.open} />
        ) : (
          <>
            <GroupHeading as="h2" group={item.group} count={item.count} />
            {item.group === 'collect' && <DownloadAllButton />}
            {item.group === 'finished' && <ArchiveFinished />}
          </>
        )}
      </div>
    </div>
  )
}

function FoldButton({ hidden, open }: { hidden: number; open: boolean }) {
  const { t } = useI18n()
  const { view } = useBoard()
  return (
    <Button
      words={open ? t.list.showFewer : t.list.showAll(hidden)}
      aria-expanded={open}
      onClick={() => view.state.setState({ unfolded: !open })}
    />
  )
}
