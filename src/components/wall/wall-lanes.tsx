import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { BoardState } from '../../domain/board-model.ts'
import { type GroupName, groupByNeed, standsAlike } from '../../domain/groups.ts'
import { useFullText } from '../../i18n/full-text.ts'
import { useBoard } from '../board-context.ts'
import { type Derivation, steadily } from '../steadily.ts'
import { type LaneName, WallLane } from './wall-lane.tsx'

const lanes: readonly LaneName[] = ['collect', 'underway', 'attention']

const derivation: Derivation<ReadonlyMap<GroupName, readonly string[]>> = {
  derive: runs => new Map(groupByNeed(runs.flat()).map(({ name, tokens }) => [name, tokens])),
  isSame: Object.is,
  isAlike: standsAlike,
}

/** What there is to do, what is under way and what went wrong, side by side. */
export function WallLanes({ turns }: { turns: number }) {
  const { model } = useBoard()
  const { t } = useFullText()
  const isEmpty = useStore(model.state, ({ summaries }) => summaries.size === 0)
  const select = useMemo(() => {
    const grouped = steadily(derivation)
    return ({ summaries }: BoardState) => grouped(summaries.runs)
  }, [])
  const groups = useStore(model.state, select)
  if (isEmpty) {
    return (
      <main className="grid flex-1 place-content-center gap-2 p-7 text-center">
        <h2 className="font-semibold text-[2.5rem] tracking-tight">{t.wall.emptyTitle}</h2>
        <p className="text-2xl text-muted">{t.wall.emptyText}</p>
      </main>
    )
  }
  const filled = lanes.filter(lane => groups.has(lane))
  return (
    <main className="flex flex-1 gap-6 px-7 pt-3.5 max-lg:flex-col max-sm:px-4">
      {lanes.map(lane => (
        <WallLane
          key={lane}
          name={lane}
          tokens={groups.get(lane) ?? []}
          isAlone={filled.length === 1 && filled[0] === lane}
          turns={turns}
        />
      ))}
    </main>
  )
}
