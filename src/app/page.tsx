import { useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../components/board-context.ts'
import { BoardPage } from '../components/board-page.tsx'
import { closeDialog, dialogStore } from '../components/dialogs/dialog-store.ts'
import { downloadStore } from '../components/download/download-store.ts'
import { FilterProvider } from '../components/filter-provider.tsx'
import { Header } from '../components/header/header.tsx'
import { late } from '../components/late.ts'
import { soon } from '../components/soon.ts'
import { useIsWall } from '../components/wall/wall-route.ts'
import { DOWNLOAD_PREFIX, entryTokens } from '../storage.ts'
import type { BoardMode } from './board-mode.ts'
import { ReloadLine } from './reload-line.tsx'

const VersionBanner = soon(async () => (await import('./version-banner.tsx')).VersionBanner, ReloadLine)
const Banners = soon(async () => (await import('../components/banners/banners.tsx')).Banners)
const Toasts = soon(async () => (await import('../components/toasts/toasts.tsx')).Toasts)
const Notices = soon(async () => (await import('../components/notice/notices.tsx')).Notices)

const KeyDialog = late(async () => (await import('../components/dialogs/key-dialog.tsx')).KeyDialog)
const ActivityDialog = late(
  async () => (await import('../components/dialogs/activity-dialog.tsx')).ActivityDialog,
)
const SettingsDialog = late(
  async () => (await import('../components/dialogs/settings-dialog.tsx')).SettingsDialog,
)
const ShortcutsDialog = late(
  async () => (await import('../components/dialogs/shortcuts-dialog.tsx')).ShortcutsDialog,
)
const ExportDialog = late(async () => (await import('../components/export/export-dialog.tsx')).ExportDialog)
const DownloadLayer = late(
  async () => (await import('../components/download/download-layer.tsx')).DownloadLayer,
)
const WallView = late(async () => (await import('../components/wall/wall-view.tsx')).WallView, VersionBanner)

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
