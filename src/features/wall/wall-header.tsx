import { Minimize2 } from 'lucide'
import { useBoard } from '../../board/board-context.ts'
import { selectShown, useFilteredRentals } from '../../board/filter-provider.tsx'
import { leaveWall } from '../../board/leave-wall.ts'
import { useActiveFilters } from '../../board/use-active-filters.ts'
import { useNow } from '../../board/use-now.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { tiles } from '../../rentals/status.ts'
import { countStates, totalsOf } from '../../rentals/totals.ts'
import { Brand } from '../../ui/brand.tsx'
import { Button } from '../../ui/button.tsx'
import { StackedBar, tileCounts } from '../../ui/status-tiles.tsx'
import { tagColours } from '../../ui/tag-button.tsx'
import { WallPollStatus } from './wall-poll-status.tsx'
import { wallWords } from './words.ts'

export function WallHeader({ isAwake }: { isAwake: boolean }) {
  const { isDemo } = useBoard()
  const { t, w } = useI18n(wallWords)
  return (
    <header className="bg-header px-7 pt-2 text-header-ink max-sm:px-4">
      <div className="flex min-h-10 flex-wrap items-center gap-x-5 gap-y-1">
        <Brand />
        {isDemo && (
          <span className="rounded-full border border-downloaded-dot px-3 text-downloaded">
            {t.live.demo}
          </span>
        )}
        <WallPollStatus />
        <WallFilter />
        <div className="relative ml-auto flex flex-wrap items-center justify-end gap-x-5">
          <Button
            icon={Minimize2}
            words={w.leave}
            onClick={leaveWall}
            className={`min-h-9 whitespace-nowrap bg-header text-base focus-visible:opacity-100 lg:absolute lg:right-full lg:mr-5 ${isAwake ? '' : 'opacity-0'}`}
          />
          <WallClock />
        </div>
      </div>
      <WallFigures />
      <StackedBar />
    </header>
  )
}

/** Which part of the list the wall shows, when its address names one. */
function WallFilter() {
  const w = useWords(wallWords)
  const filters = useActiveFilters()
  if (filters.length === 0) return null
  return (
    <ul aria-label={w.filter} className="flex min-w-0 flex-wrap items-center gap-2">
      <li className="text-header-muted" aria-hidden="true">
        {w.filter}
      </li>
      {filters.map(({ key, label, tag }) => (
        <li
          key={key}
          className={`rounded-full px-3 ${tag === undefined ? 'bg-header-press text-header-ink' : tagColours(tag)}`}
        >
          {label}
        </li>
      ))}
    </ul>
  )
}

/** The machine's time: the board's own clock counts on when that one is set back. */
function WallClock() {
  const { f } = useI18n()
  const time = useNow(() => f.time(Date.now()))
  return <p className="font-semibold text-[1.75rem] leading-none tracking-tight">{time}</p>
}

function WallFigures() {
  const { t, f } = useI18n()
  const shown = useFilteredRentals(selectShown)
  const totals = totalsOf(shown)
  const sums = [
    [t.totals.contacts, f.number(totals.contacts)],
    [t.totals.cost, f.euros(totals.cost)],
    ...(totals.shortfall > 0 ? [[t.totals.shortfall, f.number(totals.shortfall)]] : []),
  ]
  return (
    <div className="mt-1.5 flex border-header-line border-t max-lg:flex-col">
      <dl className="flex min-w-0 flex-1 flex-wrap">
        {tileCounts(countStates(shown)).map(({ tile, count }) => (
          <div
            key={tile}
            className="flex flex-auto flex-col-reverse wrap-normal border-header-line border-r py-1.5 pr-2 pl-4 first:pl-0 max-lg:basis-1/3 max-lg:nth-4:pl-0"
          >
            <dt className="flex items-center gap-2 text-header-muted">
              <span className={`dot ${tiles[tile].dot}`} aria-hidden="true" />
              <span>{t.tiles[tile]}</span>
            </dt>
            <dd className="font-semibold text-[3.25rem] leading-none tracking-tight">{f.number(count)}</dd>
          </div>
        ))}
      </dl>
      <dl className="grid content-center lg:min-w-80 py-1.5 pl-5 leading-tight max-lg:pl-0">
        {sums.map(([label, value]) => (
          <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-6">
            <dt className="text-header-muted">{label}</dt>
            <dd className="font-semibold text-xl leading-tight">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
