import { memo } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useBoard } from '../board/board-context.ts'
import { type TileName, tileOf } from '../board/view.ts'
import { useI18n } from '../i18n/i18n.ts'
import type { BoardState } from '../rentals/board-model.ts'
import { knownStatuses, rentalStates, statuses } from '../rentals/status.ts'
import { type Counts, countStates } from '../rentals/totals.ts'

export function tileDot(tile: TileName): string {
  return tile === 'other' ? 'bg-header-muted forced-colors:bg-[GrayText]' : statuses[tile].dot
}

/** «other» is listed only when it counts something. */
export function tileCounts(counts: Counts): readonly { tile: TileName; count: number }[] {
  const known = knownStatuses.map(tile => ({ tile, count: counts[tile] }))
  const other = rentalStates.reduce((sum, state) => sum + (tileOf(state) === 'other' ? counts[state] : 0), 0)
  return other === 0 ? known : [...known, { tile: 'other', count: other }]
}

/** The same object until one of the counts changes. */
export function useCounts(): Counts {
  const { model } = useBoard()
  return useStore(model.state, useShallow(countRentals))
}

function countRentals({ summaries }: BoardState): Counts {
  return countStates(summaries.values())
}

export function StatusTiles() {
  const { t } = useI18n()
  const counts = useCounts()
  const { view } = useBoard()
  const filter = useStore(view.state, state => state.filter)
  return (
    <fieldset className="grid min-w-0 flex-1 grid-cols-3 sm:flex" aria-label={t.tilesLabel}>
      {tileCounts(counts).map(({ tile, count }) => (
        <Tile key={tile} tile={tile} count={count} isPressed={filter.has(tile)} />
      ))}
    </fieldset>
  )
}

type TileProps = { tile: TileName; count: number; isPressed: boolean }

const Tile = memo(function Tile({ tile, count, isPressed }: TileProps) {
  const { t, f } = useI18n()
  const { view } = useBoard()
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={() => view.toggleTile(tile)}
      className="min-w-0 flex-1 items-center gap-x-2 border-header-line border-r py-1 pl-2 text-left -outline-offset-2 hover:bg-header-press aria-pressed:bg-header-press aria-pressed:shadow-[inset_0_-3px_0_var(--color-header-ink)] max-sm:grid max-sm:min-h-12 max-sm:grid-cols-[auto_1fr] max-sm:nth-[3n+1]:pl-0 max-sm:nth-[3n]:border-r-0 sm:px-3 sm:py-3.5 sm:first:pl-0 xl:px-4.5 xl:first:pl-0"
    >
      <span className="block font-semibold text-xl leading-tight tracking-tight sm:text-figure">
        {f.number(count)}
      </span>
      <span className="flex items-center gap-2 max-sm:contents">
        <span className={`dot ${tileDot(tile)}`} aria-hidden="true" />
        <span className="truncate text-header-muted text-xs max-sm:col-span-2 lg:text-sm">
          {t.tiles[tile]}
        </span>
      </span>
    </button>
  )
})

/** Hidden from screen readers: the tiles above say the same in numbers. */
export function StackedBar() {
  const counts = useCounts()
  return (
    <div className="flex h-1 gap-0.5" aria-hidden="true">
      {tileCounts(counts).map(({ tile, count }) =>
        count === 0 ? null : (
          <span key={tile} className={`h-1 ${tileDot(tile)}`} style={{ flexGrow: count, flexBasis: 0 }} />
        ),
      )}
    </div>
  )
}
