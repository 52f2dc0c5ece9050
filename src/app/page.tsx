import { useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../components/board-context.ts'
import { BoardPage } from '../components/board-page.tsx'
import { closeDialog, dialogStore } from '../components/dialogs/dialog-store.ts'
import { downloadStore } from '../components/download/download-store.ts'
import { FilterProvider } from '../components/filter-provider.tsx'
import { Header } from '../components/header/header.tsx'
import { lazyPart } from '../components/lazy-part.tsx'
import { useIsWall } from '../components/wall/wall-route.ts'
import { DOWNLOAD_PREFIX, entryTokens } from '../storage.ts'
import type { BoardMode } from './board-mode.ts'
import { VersionBanner } from './version-banner.tsx'

const Banners = lazyPart(async () => (await import('../components/banners/banners.tsx')).Banners)
const Toasts = lazyPart(async () => (await import('../components/toasts/toasts.tsx')).Toasts)
const Notices = lazyPart(async () => (await import('../components/notice/announcer.tsx')).Notices)

const KeyDialog = lazyPart(async () => (await import('../components/dialogs/key-dialog.tsx')).KeyDialog)
const ActivityDialog = lazyPart(
  async () => (await import('../components/dialogs/activity-dialog.tsx')).ActivityDialog,
)
const SettingsDialog = lazyPart(
  async () => (await import('../components/dialogs/settings-dialog.tsx')).SettingsDialog,
)
const ShortcutsDialog = lazyPart(
  async () => (await import('../components/dialogs/shortcuts-dialog.tsx')).ShortcutsDialog,
)
const ExportDialog = lazyPart(
  async () => (await import('../components/export/export-dialog.tsx')).ExportDialog,
)
const DownloadLayer = lazyPart(
  async () => (await import('../components/download/download-layer.tsx')).DownloadLayer,
)
const WallView = lazyPart(async () => (await import('../components/wall/wall-view.tsx')).WallView, {
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
