import type { ComponentType, MouseEvent, RefObject } from 'react'
import type { Rental } from '../../api/rental.ts'
import type { Preferences } from '../../domain/preferences.ts'
import type { Summary } from '../../domain/summary.ts'
import { useText } from '../../i18n/text.ts'
import type { KnownPlaces } from '../../places/known-places.ts'
import type { TrackedRental } from '../../tokens/tracked-rental.ts'
import { detailAddress } from '../address.ts'
import { AbsenceCell } from './cells/absence-cell.tsx'
import { CostCell } from './cells/cost-cell.tsx'
import { NameCell } from './cells/name-cell.tsx'
import { PlacesCell } from './cells/places-cell.tsx'
import { SinceCell } from './cells/since-cell.tsx'
import { StateCell } from './cells/state-cell.tsx'
import { TargetingCell } from './cells/targeting-cell.tsx'
import type { Edge } from './list-items.ts'

const frames: Record<Edge, string> = {
  only: 'rounded-xl border-y',
  first: 'rounded-t-xl border-t',
  middle: 'border-t',
  last: 'rounded-b-xl border-y',
}

/** How the rows of a list behave, beyond leading to their rentals. */
export type RowManners = {
  /** The first cell, which chooses the rental. */
  Choice: ComponentType<{ token: string; name: string }>
  /** Lets the row glow when its rental changed; draws nothing. */
  Glow: ComponentType<{ token: string; row: RefObject<HTMLElement | null> }>
  onPress: (event: MouseEvent, token: string) => void
  /** The rental in one sentence, for those who hear the row. */
  say: (rental: Rental, places: KnownPlaces, interests: Preferences['interests']) => string | undefined
}

/** A rental in its place in the list. Height in pixels. */
export type RowProps = {
  token: string
  edge: Edge
  rowIndex: number
  current: boolean
  height: number
  /** Only what it is and how it stands, for a row that flies past. */
  isBrief: boolean
  /** Absent until the code for them is there. */
  manners: RowManners | undefined
}

type RowLookProps = RowProps & {
  summary: Summary
  own: TrackedRental
  sentence: string | undefined
  row: RefObject<HTMLDivElement | null>
}

/** How the row of a rental looks. */
export function RowLook(props: RowLookProps) {
  const { token, edge, rowIndex, current, height, isBrief, manners, summary, own, sentence, row } = props
  const { t } = useText()
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
      {manners && !isBrief ? (
        <>
          <manners.Choice token={token} name={own.name ?? token} />
          <manners.Glow token={token} row={row} />
        </>
      ) : (
        <div role="cell" className="absolute" />
      )}
      <StateCell summary={summary} rental={summary.rental} />
      <NameCell
        token={token}
        name={own.name}
        tags={own.tags}
        href={detailAddress(token)}
        current={current}
        note={summary.state === 'not-found' ? t.row.checkToken : undefined}
        onPress={manners && (event => manners.onPress(event, token))}
      />
      {!isBrief && <Content token={token} summary={summary} />}
    </div>
  )
}

/** What a row says of its rental beside its name and its state. */
function Content({ token, summary }: { token: string; summary: Summary }) {
  const { rental } = summary
  return (
    <>
      {rental === undefined ? (
        <AbsenceCell summary={summary} />
      ) : (
        <>
          <TargetingCell rental={rental} />
          <PlacesCell rental={rental} />
          <CostCell rental={rental} />
        </>
      )}
      <SinceCell token={token} summary={summary} rental={rental} />
    </>
  )
}
