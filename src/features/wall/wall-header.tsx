import { Minimize2 } from 'lucide'
import { useBoard } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { leaveWall } from '../../board/wall-route.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Brand } from '../../ui/brand.tsx'
import { ButtonFace } from '../../ui/icon.tsx'
import { StackedBar } from '../../ui/stacked-bar.tsx'
import { WallFigures } from './wall-figures.tsx'
import { WallPollStatus } from './wall-poll-status.tsx'

export function WallHeader({ isAwake }: { isAwake: boolean }) {
  const { isDemo } = useBoard()
  const { t } = useI18n()
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
        <div className="relative ml-auto flex items-center gap-x-5">
          <button
            type="button"
            onClick={leaveWall}
            className={`button button-header min-h-9 whitespace-nowrap bg-header text-base focus-visible:opacity-100 lg:absolute lg:right-full lg:mr-5 ${isAwake ? '' : 'opacity-0'}`}
          >
            <ButtonFace icon={Minimize2} words={t.wall.leave} />
          </button>
          <WallClock />
        </div>
      </div>
      <WallFigures />
      <StackedBar />
    </header>
  )
}

/** The machine's time: the board's own clock counts on when that one is set back. */
function WallClock() {
  const { f } = useI18n()
  const time = useNow(() => f.time(Date.now()))
  return <p className="font-semibold text-[1.75rem] leading-none tracking-tight">{time}</p>
}
