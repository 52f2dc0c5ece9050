import { useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../board/board-context.ts'
import { closeDialog, dialogStore } from '../board/dialog-store.ts'
import { downloadStore } from '../board/download-store.ts'
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

const KeyDialog = lazyPart(async () => (await import('../features/settings/key-dialog.tsx')).KeyDialog)
const ActivityDialog = lazyPart(
  async () => (await import('../features/settings/activity-dialog.tsx')).ActivityDialog,
)
const SettingsDialog = lazyPart(
  async () => (await import('../features/settings/settings-dialog.tsx')).SettingsDialog,
)
const ShortcutsDialog = lazyPart(
  async () => (await import('../features/settings/shortcuts-dialog.tsx')).ShortcutsDialog,
)
const ExportDialog = lazyPart(async () => (await import('../features/export/export-dialog.tsx')).ExportDialog)
const DownloadLayer = lazyPart(
  async () => (await import('../features/download/download-layer.tsx')).DownloadLayer,
)
const WallView = lazyPart(async () => (await import('../features/wall/wall-view.tsx')).WallView, {
  errorFallback: VersionBanner,
})

/** One board with all that stands around it. */
export function Page({ boards }: { boards: BoardMode }) {
  const { Banner, files } = useBoard()
  const file = useStore(downloadStore, state => state.token)
  const [hasMarkers] = useState(() => entryTokens(DOWNLOAD_PREFIX, files?.storage).length > 0)
  const dialog = useStore(dialogStore, state => state.open)
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
        {(hasMarkers || file !== undefined) && <DownloadLayer />}
        <BoardPage onDemo={boards.showDemo} />
        <Toasts />
        <Notices />
        {dialog === 'key' && <KeyDialog onClose={closeDialog} />}
        {dialog === 'activity' && <ActivityDialog onClose={closeDialog} />}
        {dialog === 'shortcuts' && <ShortcutsDialog onClose={closeDialog} />}
        {dialog === 'export' && <ExportDialog onClose={closeDialog} />}
        {dialog === 'settings' && <SettingsDialog onClose={closeDialog} />}
      </FilterProvider>
    </>
  )
}
