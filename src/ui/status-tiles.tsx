import { memo } from 'react'
import { useBoard, useViewState } from '../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../board/filter-provider.tsx'
import { useI18n } from '../i18n/i18n.ts'
import { rentalStates, type TileName, tileNames, tileOf, tiles } from '../rentals/status.ts'
import type { Counts } from '../rentals/totals.ts'
import { COMPACT_SCREEN, useMedia } from './use-media.ts'

/** Every tile, in its place, also one that counts nothing. */
export function tileCounts(counts: Counts): readonly { tile: TileName; count: number }[] {
  return tileNames.map(tile => ({
    tile,
    count: rentalStates.reduce((sum, state) => sum + (tileOf(state) === tile ? counts[state] : 0), 0),
  }))
}

export function StatusTiles() {
  const { t } = useI18n()
  const filter = useViewState(state => state.filter)
  const counts = tileCounts(useFilteredRentals(selectCounts))
  const isCompact = useMedia(COMPACT_SCREEN)
  const shown = isCompact ? counts.toSorted((a, b) => tiles[a.tile].chip - tiles[b.tile].chip) : counts
  return (
    <fieldset
      className="flex min-w-0 flex-1 flex-wrap compact:flex-none compact:flex-nowrap compact:gap-1.5"
      aria-label={t.tilesLabel}
    >
      {shown.map(({ tile, count }) => (
        <Tile key={tile} tile={tile} count={count} isPressed={filter.has(tile)} isChip={isCompact} />
      ))}
    </fieldset>
  )
}

function selectCounts({ counts }: FilteredRentals) {
  return counts
}

const chipClass =
  'flex min-h-9 items-center gap-1.5 whitespace-nowrap rounded-full border px-3 text-sm aria-pressed:border-header-ink pointer-coarse:min-h-11'
const tileClass =
  'flex-1 wrap-normal border-r px-3 py-2 text-left first:pl-0 aria-pressed:shadow-[inset_0_-3px_0_var(--color-header-ink)] 2xl:px-4.5 2xl:first:pl-0'

type TileProps = { tile: TileName; count: number; isPressed: boolean; isChip: boolean }

const Tile = memo(function Tile({ tile, count, isPressed, isChip }: TileProps) {
  const { t, f } = useI18n()
  const { view } = useBoard()
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={() => view.toggleTile(tile)}
      className={`border-header-line -outline-offset-2 hover:bg-header-press aria-pressed:bg-header-press ${isChip ? chipClass : tileClass}`}
    >
      {isChip && <span className={`dot ${tiles[tile].dot}`} aria-hidden="true" />}
      <span
        className={isChip ? 'font-semibold' : 'block font-semibold text-2xl leading-tight tracking-tight'}
      >
        {f.number(count)}
      </span>
      {isChip ? (
        <span>{t.tileChips[tile](count)}</span>
      ) : (
        <span className="flex items-center gap-2">
          <span className={`dot ${tiles[tile].dot}`} aria-hidden="true" />
          <span className="text-header-muted text-xs lg:text-sm">{t.tiles[tile]}</span>
        </span>
      )}
    </button>
  )
})

/** Hidden from screen readers: the tiles above say the same in numbers. */
export function StackedBar() {
  const counts = useFilteredRentals(selectCounts)
  return (
    <div className="flex h-1 gap-0.5" aria-hidden="true">
      {tileCounts(counts).map(({ tile, count }) =>
        count === 0 ? null : (
          <span key={tile} className={`h-1 ${tiles[tile].dot}`} style={{ flexGrow: count, flexBasis: 0 }} />
        ),
      )}
    </div>
  )
}
