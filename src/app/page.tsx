import { type ComponentType, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../board/board-context.ts'
import type { DialogName } from '../board/dialogs.ts'
import { FilterProvider } from '../board/filter-provider.tsx'
import { useIsWall } from '../board/wall-route.ts'
import { Header } from '../features/header/header.tsx'
import { DOWNLOAD_PREFIX, entryTokens } from '../storage.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import type { BoardMode } from './board-mode.ts'
import { BoardPage } from './board-page.tsx'
import { VersionBanner } from './version-banner.tsx'

const Banners = lazyPart(async () => (await import('../features/notifications/banners.tsx')).Banners)
const Toasts = lazyPart(async () => (await import('../features/notifications/toasts.tsx')).Toasts)
const Notices = lazyPart(async () => (await import('../features/notifications/announcer.tsx')).Notices)

type DialogProps = { onClose: () => void }

const dialogParts: Record<DialogName, ComponentType<DialogProps>> = {
  key: lazyPart(async () => (await import('../features/settings/key-dialog.tsx')).KeyDialog),
  activity: lazyPart(async () => (await import('../features/settings/activity-dialog.tsx')).ActivityDialog),
  settings: lazyPart(async () => (await import('../features/settings/settings-dialog.tsx')).SettingsDialog),
  shortcuts: lazyPart(
    async () => (await import('../features/settings/shortcuts-dialog.tsx')).ShortcutsDialog,
  ),
  export: lazyPart(async () => (await import('../features/export/export-dialog.tsx')).ExportDialog),
}
const DownloadLayer = lazyPart(
  async () => (await import('../features/download/download-layer.tsx')).DownloadLayer,
)
const WallView = lazyPart(async () => (await import('../features/wall/wall-view.tsx')).WallView, {
  errorFallback: VersionBanner,
})

/** One board with all that stands around it. */
export function Page({ boards }: { boards: BoardMode }) {
  const { Banner, files, dialogs } = useBoard()
  const { name, fileOf } = useStore(dialogs.state)
  const Dialog = name && dialogParts[name]
  const [hasMarkers] = useState(() => entryTokens(DOWNLOAD_PREFIX, files?.storage).length > 0)
  const isWall = useIsWall()
  if (isWall) {
    return (
      <>
        <Notices />
        <WallView />
      </>
    )
  }
  return (
    <>
      <VersionBanner />
      {Banner && <Banner onLeave={boards.showLive} />}
      <FilterProvider>
        <Header />
        <Banners />
        {(hasMarkers || fileOf !== undefined) && <DownloadLayer />}
        <BoardPage onDemo={boards.showDemo} />
        <Toasts />
        <Notices />
        {Dialog && <Dialog onClose={dialogs.close} />}
      </FilterProvider>
    </>
  )
}
