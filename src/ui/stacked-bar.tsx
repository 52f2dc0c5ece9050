import { useCounts } from '../board/use-counts.ts'
import { tileCounts, tileDot } from './status-tiles.tsx'

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
