import { Monitor, Pause, Play, Settings, Share } from 'lucide'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { enterWall } from '../../board/wall-route.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Brand } from '../../ui/brand.tsx'
import { ButtonFace } from '../../ui/icon.tsx'
import { PollStatusLine } from '../../ui/poll-status-line.tsx'
import { StackedBar, StatusTiles } from '../../ui/status-tiles.tsx'
import { BoardTotals } from './board-totals.tsx'

export function Header() {
  const { t } = useI18n()
  const { dialogs } = useBoard()
  return (
    <header className="bg-header text-header-ink print:hidden">
      <div className="mx-auto max-w-400 px-4 pt-2.5 sm:px-7 sm:pt-3.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 sm:gap-x-5 sm:gap-y-1">
          <Brand />
          <div className="order-last min-w-0 basis-full xl:order-none xl:flex-1 xl:basis-0">
            <PollStatusLine />
          </div>
          <div className="ml-auto flex gap-1 sm:gap-1.5">
            <PauseButton />
            <button type="button" className="button button-header max-sm:hidden" onClick={enterWall}>
              <ButtonFace icon={Monitor} words={t.enterWall} />
            </button>
            <button
              type="button"
              className="button button-header pointer-coarse:min-w-11 max-sm:px-2.5"
              onClick={() => dialogs.open('export')}
            >
              <ButtonFace icon={Share} words={t.takeAway} isBriefOnPhones />
            </button>
            <button
              type="button"
              className="button button-header pointer-coarse:min-w-11 max-sm:px-2.5"
              onClick={() => dialogs.open('settings')}
            >
              <ButtonFace icon={Settings} words={t.settings} isBriefOnPhones />
            </button>
          </div>
        </div>
        <div className="mt-1.5 border-header-line border-t sm:mt-3 xl:flex">
          <StatusTiles />
          <BoardTotals />
        </div>
        <StackedBar />
      </div>
    </header>
  )
}

function PauseButton() {
  const { preferences } = useBoard()
  const { t } = useI18n()
  const isPaused = useStore(preferences.state, state => state.paused)
  return (
    <button
      type="button"
      className="button button-header pointer-coarse:min-w-11 max-sm:px-2.5"
      onClick={() => preferences.set({ paused: !isPaused })}
    >
      <ButtonFace icon={isPaused ? Play : Pause} words={isPaused ? t.resume : t.pause} isBriefOnPhones />
    </button>
  )
}
