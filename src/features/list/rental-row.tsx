import { memo, type RefObject, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { detailAddress } from '../../board/routes.ts'
import { describeRental } from '../../format/describe-rental.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { placesStore } from '../../places/use-places.ts'
import { states } from '../../rentals/status.ts'
import { prefersStillness } from '../../ui/use-media.ts'
import type { Edge } from './list-items.ts'
import {
  CostCell,
  NameCell,
  PlaceholderCell,
  PlacesCell,
  SelectCell,
  SinceCell,
  StateCell,
  TargetingCell,
} from './row-cells.tsx'

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
  height: number
}

export const RentalRow = memo(function RentalRow({ token, edge, rowIndex, current, height }: RentalRowProps) {
  const text = useI18n()
  const { t } = text
  const { model, tracked, preferences } = useBoard()
  const row = useRef<HTMLDivElement>(null)
  const summary = useStore(model.state, ({ summaries }) => summaries.get(token))
  const own = useStore(tracked.state, ({ rentals }) => rentals.get(token))
  const interests = useStore(preferences.state, state => state.interests)
  const rental = summary?.rental
  const sentence = useStore(placesStore, places => rental && describeRental(rental, text, places, interests))
  useHighlight(token, row)
  if (summary === undefined || own === undefined) return null
  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={rowIndex}
      aria-label={[own.name ?? token, t.states[summary.state], sentence].filter(Boolean).join(', ')}
      data-token={token}
      data-status={summary.state}
      data-stale={summary.stale || undefined}
      style={{ height }}
      className={`row-grid group/row relative overflow-y-clip border-line border-x has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:-outline-offset-2 ${frames[edge]} ${current ? 'bg-sunken row-current' : 'bg-surface hover:bg-sunken has-checked:bg-sunken'}`}
    >
      <SelectCell token={token} name={own.name ?? token} />
      <StateCell summary={summary} rental={rental} />
      <NameCell
        token={token}
        name={own.name}
        tags={own.tags}
        href={detailAddress(token)}
        current={current}
        note={summary.state === 'not-found' ? t.row.checkToken : undefined}
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
    </div>
  )
})

/** How long a row fades after a change of status, and how long it stays marked for users who want less motion. */
const HIGHLIGHT_MS = 2_000
const HIGHLIGHT_KEPT_MS = 10_000

/** A row that scrolls into view late joins its highlight where it has got to. */
function useHighlight(token: string, row: RefObject<HTMLElement | null>): void {
  const { changes, now } = useBoard()
  const change = useStore(changes, ({ last }) => last.get(token))
  useEffect(() => {
    if (row.current === null || change === undefined) return
    const isStill = prefersStillness()
    const duration = isStill ? HIGHLIGHT_KEPT_MS : HIGHLIGHT_MS
    const age = Math.abs(now() - change.at)
    if (age >= duration) return
    const colour = { backgroundColor: states[change.to].highlight ?? 'var(--color-plain-highlight)' }
    const frames = isStill ? [colour, colour] : [{ ...colour, offset: 0 }]
    const highlight = row.current.animate(frames, { id: 'highlight', duration, easing: 'ease-in' })
    highlight.currentTime = age
    return () => highlight.cancel()
  }, [row, change, now])
}
