import { Pause, Play } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { countStates } from '../../domain/totals.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard } from '../board-context.ts'
import { BoardTotals } from './board-totals.tsx'
import { Brand } from './brand.tsx'
import { LiveLine } from './live-line.tsx'
import { MixBar } from './mix-bar.tsx'
import { StatusTiles } from './status-tiles.tsx'

/** The dark head of the board: what it is doing, how many rentals stand where, and the sums. */
export function Band() {
  const { model } = useBoard()
  const summaries = useStore(model.state, state => state.summaries)
  const counts = useMemo(() => countStates(summaries.values()), [summaries])
  return (
    <header className="bg-band text-band-ink">
      <div className="mx-auto max-w-400 px-4 pt-3.5 md:px-7">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Brand />
          <LiveLine />
          <div className="ml-auto flex gap-1.5">
            <PauseButton />
          </div>
        </div>
        <div className="mt-3.5 flex border-band-line border-t">
          <StatusTiles counts={counts} />
          <BoardTotals />
        </div>
        <MixBar counts={counts} />
      </div>
    </header>
  )
}

function PauseButton() {
  const { poller } = useBoard()
  const { t } = useText()
  const isPaused = useStore(poller.status, status => status.phase === 'paused')
  const Icon = isPaused ? Play : Pause
  return (
    <button
      type="button"
      className="button button-band"
      onClick={() => poller.setSettings({ paused: !isPaused })}
    >
      <Icon className="size-4" aria-hidden="true" />
      {isPaused ? t.resume : t.pause}
    </button>
  )
}
