import { type ComponentType, type MouseEvent, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../board/board-context.ts'
import type { DialogName } from '../board/dialogs.ts'
import { FilterProvider } from '../board/filter-provider.tsx'
import { useIsWall } from '../board/routes.ts'
import { Header } from '../features/header/header.tsx'
import { ListMenu } from '../features/list/list-tools.tsx'
import { useI18n } from '../i18n/i18n.ts'
import { DOWNLOAD_PREFIX, entryTokens } from '../storage.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import type { BoardMode } from './board-mode.ts'
import { BoardPage, MAIN_ID } from './board-page.tsx'
import { VersionBanner } from './version-banner.tsx'

const PageBackground = lazyPart(() => import('./background.tsx'), 'PageBackground')
const NewsButton = lazyPart(() => import('../features/notifications/news-button.tsx'), 'NewsButton')
const PageMessages = lazyPart(() => import('./background.tsx'), 'PageMessages')
const Background = lazyPart(() => import('./background.tsx'), 'Background')

type DialogProps = { onClose: () => void }

const dialogParts: Record<DialogName, ComponentType<DialogProps>> = {
  key: lazyPart(() => import('../features/settings/key-dialog.tsx'), 'KeyDialog'),
  activity: lazyPart(() => import('../features/settings/activity-dialog.tsx'), 'ActivityDialog'),
  settings: lazyPart(() => import('../features/settings/settings-dialog.tsx'), 'SettingsDialog'),
  shortcuts: lazyPart(() => import('../features/settings/shortcuts-dialog.tsx'), 'ShortcutsDialog'),
  export: lazyPart(() => import('../features/export/export-dialog.tsx'), 'ExportDialog'),
}
const DownloadLayer = lazyPart(() => import('../features/download/download-layer.tsx'), 'DownloadLayer')
const WallView = lazyPart(() => import('../features/wall/wall-view.tsx'), 'WallView', {
  errorFallback: VersionBanner,
})

/** One board with all that stands around it. */
export function Page({ boards }: { boards: BoardMode }) {
  const { Banner: BoardBanner, files, dialogs } = useBoard()
  const { name, files: filesAsked } = useStore(dialogs.state)
  const Dialog = name && dialogParts[name]
  const [hasMarkers] = useState(() => entryTokens(DOWNLOAD_PREFIX, files?.storage).length > 0)
  const isWall = useIsWall()
  return (
    <FilterProvider>
      {isWall ? (
        <>
          <Background />
          <WallView />
        </>
      ) : (
        <>
          <SkipLink />
          <VersionBanner />
          {BoardBanner && <BoardBanner onLeave={boards.showLive} />}
          <Header news={<NewsButton />} menu={<ListMenu />} />
          <PageBackground />
          {(hasMarkers || filesAsked !== undefined) && <DownloadLayer />}
          <BoardPage onDemo={boards.showDemo} />
          <PageMessages />
          {Dialog && <Dialog onClose={dialogs.close} />}
        </>
      )}
    </FilterProvider>
  )
}

/** Leads past banners and header to the list, or to what stands in its place. */
function SkipLink() {
  const { t } = useI18n()

  function skip(event: MouseEvent) {
    // The address tells the view, and not the place on the page.
    event.preventDefault()
    const main = document.getElementById(MAIN_ID)
    ;(main?.querySelector<HTMLElement>('[data-token] a') ?? main)?.focus()
  }

  return (
    <a
      href={`#${MAIN_ID}`}
      onClick={skip}
      className="button button-main fixed top-2 left-2 z-50 not-focus-visible:sr-only print:hidden"
    >
      {t.skip}
    </a>
  )
}
