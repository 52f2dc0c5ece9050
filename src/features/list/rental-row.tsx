import { memo, type RefObject, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useBoard, usePreferences, useTracked } from '../../board/board-context.ts'
import { useSummary } from '../../board/use-rental.ts'
import { describeRental } from '../../format/describe-rental.ts'
import { formatRentalName } from '../../format/rental-name.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { placesStore } from '../../places/use-places.ts'
import { states } from '../../rentals/status.ts'
import { prefersStillness } from '../../ui/use-media.ts'
import type { Edge } from './list-items.ts'
import { RowAction } from './row-action.tsx'
import {
  Cell,
  CostCell,
  PlaceholderCell,
  PlacesCell,
  SelectCell,
  SinceCell,
  StateCell,
  TargetingCell,
} from './row-cells.tsx'
import { NameCell } from './row-name.tsx'

const frames: Record<Edge, string> = {
  only: 'rounded-xl border-y',
  first: 'rounded-t-xl border-t',
  middle: 'border-t',
  last: 'rounded-b-xl border-y',
}

type RentalRowProps = {
  token: string
  edge: Edge
  rowIndex: number
  current: boolean
  /** Pixels. */
  minHeight: number
}

export const RentalRow = memo(function RentalRow({
  token,
  edge,
  rowIndex,
  current,
  minHeight,
}: RentalRowProps) {
  const text = useI18n()
  const { t } = text
  const row = useRef<HTMLDivElement>(null)
  const summary = useSummary(token)
  const own = useTracked(({ rentals }) => rentals.get(token))
  const interests = usePreferences(state => state.interests)
  const rental = summary?.rental
  const sentence = useStore(placesStore, places => rental && describeRental(rental, text, places, interests))
  const called = useStore(placesStore, places =>
    formatRentalName({ token, name: own?.name }, rental, text, places),
  )
  useHighlight(token, row, own?.addedAt)
  if (summary === undefined || own === undefined) return null
  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={rowIndex}
      aria-label={[called, t.states[summary.state], sentence].filter(Boolean).join(', ')}
      data-token={token}
      data-status={summary.state}
      data-stale={summary.stale || undefined}
      style={{ minHeight }}
      className={`row-grid group/row relative border-line border-x has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:-outline-offset-2 ${frames[edge]} ${current ? 'bg-sunken row-current' : 'bg-surface hover:bg-sunken has-checked:bg-sunken'}`}
    >
      <SelectCell token={token} name={called} />
      <StateCell summary={summary} rental={rental} />
      <NameCell
        rental={own}
        called={called}
        current={current}
        note={summary.state === 'not-found' ? t.row.checkToken : own.note}
      />
      {rental === undefined ? (
        <PlaceholderCell summary={summary} />
      ) : (
        <>
          <TargetingCell rental={rental} />
          <PlacesCell rental={rental} />
          <CostCell rental={rental} />
        </>
      )}
      <SinceCell token={token} summary={summary} rental={rental} />
      <Cell className="relative z-10 justify-self-end [grid-area:action] group-data-[layout=medium]/list:justify-self-start group-data-[layout=narrow]/list:w-full group-data-[layout=narrow]/list:[&>*]:w-full print:hidden">
        <RowAction token={token} summary={summary} />
      </Cell>
    </div>
  )
})

/** How long a row fades after a change of status, and how long it stays marked for users who want less motion. */
const HIGHLIGHT_MS = 2_000
const HIGHLIGHT_KEPT_MS = 10_000

/** A new rental glows until it has been scrolled to and seen. */
const NEW_HIGHLIGHT_MS = 5_000

/** A row that scrolls into view late joins its highlight where it has got to. */
function useHighlight(token: string, row: RefObject<HTMLElement | null>, addedAt = 0): void {
  const { changes, now } = useBoard()
  const change = useStore(changes, ({ last }) => last.get(token))
  useEffect(() => {
    const colour = (change && states[change.to].highlight) ?? 'var(--color-plain-highlight)'
    return highlight(row.current, Math.abs(now() - (change?.at ?? -Infinity)), HIGHLIGHT_MS, colour)
  }, [row, change, now])
  useEffect(
    () =>
      highlight(
        row.current,
        Math.abs(now() - addedAt),
        NEW_HIGHLIGHT_MS,
        'var(--color-new-highlight)',
        'new',
      ),
    [row, addedAt, now],
  )
}

/** Returns what takes it away. Times in milliseconds. */
function highlight(row: HTMLElement | null, age: number, fade: number, colour: string, id = 'highlight') {
  const isStill = prefersStillness()
  const duration = isStill ? HIGHLIGHT_KEPT_MS : fade
  if (row === null || age >= duration) return
  const first = { backgroundColor: colour }
  const frames = isStill ? [first, first] : [{ ...first, offset: 0 }]
  const animation = row.animate(frames, { id, duration, easing: 'ease-in' })
  animation.currentTime = age
  return () => animation.cancel()
}
