import { Menu, Monitor, Pause, Settings, Share } from 'lucide'
import { type MouseEvent, type ReactNode, type ToggleEvent, useRef } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { enterWall } from '../../board/wall-route.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Brand } from '../../ui/brand.tsx'
import { Button } from '../../ui/button.tsx'
import { PollStatusLine } from '../../ui/poll-status-line.tsx'
import { StackedBar, StatusTiles } from '../../ui/status-tiles.tsx'
import { BoardTotals } from './board-totals.tsx'

type HeaderProps = {
  /** Beside the menu, in view on every screen. */
  news?: ReactNode
  /** At the top of the menu, where the screen has no room for it elsewhere. */
  menu?: ReactNode
}

/** A band of one line, and the tiles below it; where the window is wide and low, they are in that line. */
export function Header({ news, menu }: HeaderProps) {
  return (
    <header className="bg-header text-header-ink print:hidden">
      <div className="mx-auto max-w-400 px-4 sm:px-7">
        <div className="sm:compact:flex sm:compact:items-center sm:compact:gap-x-3 sm:compact:py-1">
          <div className="relative flex min-h-12 flex-wrap items-center gap-x-1 max-sm:flex-nowrap sm:compact:contents sm:gap-x-4 sm:py-1">
            <Brand />
            <PollStatusLine />
            <div className="flex shrink-0 items-center gap-x-1 sm:gap-x-2 sm:compact:order-last">
              {news}
              <HeaderMenu>{menu}</HeaderMenu>
            </div>
          </div>
          <div className="scroll-row max-sm:-mx-4 compact:flex compact:min-w-0 compact:flex-1 compact:gap-4 compact:overflow-x-auto border-header-line border-t compact:border-0 max-sm:px-4 max-sm:pb-1.5 xl:flex">
            <StatusTiles />
            <BoardTotals />
          </div>
        </div>
        <StackedBar />
      </div>
    </header>
  )
}

const MENU_ID = 'header-menu'

/** A row of buttons where there is room for them, else a menu that opens over the page. */
function HeaderMenu({ children }: { children: ReactNode }) {
  const { t } = useI18n()
  const { dialogs, preferences, now } = useBoard()
  const opener = useRef<HTMLButtonElement>(null)
  const isPaused = useStore(preferences.state, state => state.paused)

  function place({ currentTarget, newState }: ToggleEvent<HTMLElement>) {
    const bottom = opener.current?.getBoundingClientRect().bottom ?? 0
    if (newState === 'open') currentTarget.style.top = `${bottom}px`
  }

  function closeAfter({ target, currentTarget }: MouseEvent<HTMLElement>) {
    const isPress = target instanceof Element && target.closest('button') !== null
    if (isPress && currentTarget.matches(':popover-open')) currentTarget.hidePopover()
  }

  return (
    <>
      <Button
        ref={opener}
        className="button-icon lg:hidden"
        icon={Menu}
        words={t.menu}
        popoverTarget={MENU_ID}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: its buttons are pressed */}
      <div id={MENU_ID} popover="auto" className="header-menu" onBeforeToggle={place} onClick={closeAfter}>
        {children}
        <Button
          icon={Pause}
          words={t.pause}
          aria-pressed={isPaused}
          className="aria-pressed:border-header-ink aria-pressed:bg-header-press"
          onClick={() => preferences.set({ paused: !isPaused, pausedAt: isPaused ? undefined : now() })}
        />
        <Button icon={Monitor} words={t.enterWall} onClick={enterWall} />
        <Button icon={Share} words={t.takeAway} onClick={() => dialogs.open('export')} />
        <Button icon={Settings} words={t.settings} onClick={() => dialogs.open('settings')} />
      </div>
    </>
  )
}
