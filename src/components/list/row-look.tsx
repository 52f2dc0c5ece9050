import type { MouseEvent, ReactNode, Ref } from 'react'
import type { Summary } from '../../domain/summary.ts'
import { useText } from '../../i18n/text.ts'
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

/** A rental in its place in the list. Height in pixels. */
export type RowProps = { token: string; edge: Edge; rowIndex: number; current: boolean; height: number }

type RowLookProps = RowProps & {
  summary: Summary
  own: TrackedRental
  /** The rental in one sentence, for those who hear the row. */
  sentence?: string | undefined
  /** What stands in the first cell, which chooses the rental. */
  choice?: ReactNode
  onPress?: (event: MouseEvent) => void
  ref?: Ref<HTMLDivElement>
}

/** How the row of a rental looks. */
export function RowLook({ token, edge, rowIndex, current, height, summary, own, ...parts }: RowLookProps) {
  const { t } = useText()
  const { rental } = summary
  return (
    <div
      ref={parts.ref}
      role="row"
      aria-rowindex={rowIndex}
      aria-label={[own.name ?? token, t.states[summary.state], parts.sentence].filter(Boolean).join(', ')}
      data-token={token}
      data-status={summary.state}
      data-stale={summary.stale || undefined}
      style={{ height }}
      className={`row-grid group/row relative overflow-y-clip border-line border-x has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:-outline-offset-2 ${frames[edge]} ${current ? 'bg-sunken row-current' : 'bg-surface hover:bg-sunken has-checked:bg-sunken'}`}
    >
      {parts.choice ?? <div role="cell" className="absolute" />}
      <StateCell summary={summary} rental={rental} />
      <NameCell
        token={token}
        name={own.name}
        tags={own.tags}
        href={detailAddress(token)}
        current={current}
        note={summary.state === 'not-found' ? t.row.checkToken : undefined}
        onPress={parts.onPress}
      />
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
    </div>
  )
}
