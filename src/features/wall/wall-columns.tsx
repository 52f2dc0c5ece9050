import { useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { memoizeSelector } from '../../lib/memoize.ts'
import type { BoardState } from '../../rentals/board-model.ts'
import { areSameGroups, groupByPriority } from '../../rentals/groups.ts'
import { type ColumnName, WallColumn } from './wall-column.tsx'

const columns: readonly ColumnName[] = ['collect', 'underway', 'attention']

export function WallColumns({ turns }: { turns: number }) {
  const { model } = useBoard()
  const { t } = useI18n()
  const isEmpty = useStore(model.state, ({ summaries }) => summaries.size === 0)
  const [selectGroups] = useState(() =>
    memoizeSelector(({ summaries }: BoardState) => groupByPriority(summaries.values()), areSameGroups),
  )
  const groups = useStore(model.state, selectGroups)
  if (isEmpty) {
    return (
      <main className="grid flex-1 place-content-center gap-2 p-7 text-center">
        <h2 className="font-semibold text-[2.5rem] tracking-tight">{t.wall.emptyTitle}</h2>
        <p className="text-2xl text-muted">{t.wall.emptyText}</p>
      </main>
    )
  }
  const tokensOf = (column: ColumnName) => groups.find(({ name }) => name === column)?.tokens ?? []
  const filled = columns.filter(column => tokensOf(column).length > 0)
  return (
    <main className="flex flex-1 gap-6 px-7 pt-3.5 max-lg:flex-col max-sm:px-4">
      {columns.map(column => (
        <WallColumn
          key={column}
          name={column}
          tokens={tokensOf(column)}
          isAlone={filled.length === 1 && filled[0] === column}
          turns={turns}
        />
      ))}
    </main>
  )
}
