import { Monitor, Pause, Play, Settings, Share } from 'lucide'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { enterWall } from '../../board/wall-route.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Brand } from '../../ui/brand.tsx'
import { Button } from '../../ui/button.tsx'
import { PollStatusLine } from '../../ui/poll-status-line.tsx'
import { StackedBar, StatusTiles } from '../../ui/status-tiles.tsx'
import { BoardTotals } from './board-totals.tsx'

/** @param news opens what happened since the last visit */
export function Header({ news }: { news: ReactNode }) {
  const { t } = useI18n()
  const { dialogs, preferences } = useBoard()
  const isPaused = useStore(preferences.state, state => state.paused)
  return (
    <header className="bg-header text-header-ink print:hidden">
      <div className="mx-auto max-w-400 px-4 pt-2.5 sm:px-7 sm:pt-3.5">
        <div className="relative flex flex-wrap items-center gap-x-2 gap-y-0.5 sm:gap-x-5 sm:gap-y-1">
          <Brand />
          <div className="order-last min-w-0 basis-full xl:order-none xl:flex-1 xl:basis-0">
            <PollStatusLine />
          </div>
          <div className="ml-auto flex gap-1 sm:gap-1.5">
            {news}
            <Button
              className="button-icon-on-phones"
              icon={isPaused ? Play : Pause}
              words={isPaused ? t.resume : t.pause}
              onClick={() => preferences.set({ paused: !isPaused })}
            />
            <Button icon={Monitor} words={t.enterWall} className="max-sm:hidden" onClick={enterWall} />
            <Button
              className="button-icon-on-phones"
              icon={Share}
              words={t.takeAway}
              onClick={() => dialogs.open('export')}
            />
            <Button
              className="button-icon-on-phones"
              icon={Settings}
              words={t.settings}
              onClick={() => dialogs.open('settings')}
            />
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
