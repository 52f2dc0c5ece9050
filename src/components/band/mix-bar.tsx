import type { Counts } from '../../domain/counts.ts'
import { tileCounts, tileLamps } from './status-tiles.tsx'

/** The mix of statuses as one thin bar; the tiles above say the same in numbers. */
export function MixBar({ counts }: { counts: Counts }) {
  return (
    <div className="flex h-1 gap-0.5" aria-hidden="true">
      {tileCounts(counts).map(({ tile, count }) =>
        count === 0 ? null : (
          <span key={tile} className={`h-1 ${tileLamps[tile]}`} style={{ flexGrow: count, flexBasis: 0 }} />
        ),
      )}
    </div>
  )
}
