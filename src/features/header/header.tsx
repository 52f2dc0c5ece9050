import { Menu, Monitor, Pause, Settings, Share } from 'lucide'
import { type MouseEvent, type ReactNode, type ToggleEvent, useRef } from 'react'
import { useBoard, usePreferences, useViewState } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { enterWall } from '../../board/routes.ts'
import { isFiltered } from '../../board/view.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { totalsOf } from '../../rentals/totals.ts'
import { Brand } from '../../ui/brand.tsx'
import { Button } from '../../ui/button.tsx'
import { PollStatusLine } from '../../ui/poll-status-line.tsx'
import { StackedBar, StatusTiles } from '../../ui/status-tiles.tsx'

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
  const isPaused = usePreferences(state => state.paused)

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

/** The sums of what is listed, each in its place, also when it is nothing. */
export function BoardTotals() {
  const { t, f } = useI18n()
  const { view } = useBoard()
  const totals = useFilteredRentals(sumShown)
  const isPart = useViewState(isFiltered)
  const isShort = useViewState(state => state.short)
  return (
    <div className="flex flex-wrap items-center gap-x-6 text-xs compact:flex-nowrap max-xl:border-header-line max-xl:border-t compact:border-0 max-xl:py-1 compact:py-0 compact:pr-4 xl:block xl:min-w-104 xl:py-1.5 xl:pl-5.5">
      <p className="whitespace-nowrap text-header-muted">
        {isPart ? t.totals.ofShown(totals.count) : t.totals.ofAll(totals.count)}
      </p>
      <dl className="flex flex-1 flex-wrap compact:flex-nowrap gap-x-5 max-xl:justify-end compact:justify-start xl:grid xl:grid-cols-[1fr_auto] xl:gap-x-7">
        <Total label={t.totals.contacts} value={f.number(totals.contacts)} />
        <Total label={t.totals.cost} value={f.euros(totals.cost)} />
        <Total label={t.totals.ready} value={f.number(totals.ready)} />
        <Total
          label={
            <button
              type="button"
              aria-pressed={isShort}
              disabled={totals.shortfall === 0 && !isShort}
              title={t.totals.onlyShort}
              onClick={view.toggleShort}
              className="relative -mx-1.5 min-h-6 whitespace-nowrap rounded-sm px-1.5 text-header-muted decoration-dotted underline-offset-4 enabled:underline enabled:hover:text-header-ink aria-pressed:bg-header-press aria-pressed:text-header-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-x-1 pointer-coarse:after:-inset-y-2.5"
            >
              {t.totals.shortfall}
            </button>
          }
          value={f.number(totals.shortfall)}
        />
      </dl>
    </div>
  )
}

function Total({ label, value }: { label: ReactNode; value: string }) {
  return (
    <div className="flex min-h-6 items-center justify-between gap-x-2 whitespace-nowrap">
      <dt className="text-header-muted">{label}</dt>
      <dd className="font-semibold text-header-ink xl:text-sm">{value}</dd>
    </div>
  )
}

function sumShown({ shown }: FilteredRentals) {
  return { ...totalsOf(shown), count: shown.length }
}
