import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { Band } from '../components/band/band.tsx'
import { Brand } from '../components/band/brand.tsx'
import { AccountBanner } from '../components/banners/account-banner.tsx'
import { DemoBanner } from '../components/banners/demo-banner.tsx'
import { LostBanner } from '../components/banners/lost-banner.tsx'
import { StorageBanner } from '../components/banners/storage-banner.tsx'
import { BoardContext } from '../components/board-context.ts'
import { BoardPage } from '../components/board-page.tsx'
import { closeKeyDialog, keyDialog } from '../components/dialogs/key-dialog-store.ts'
import { Toasts } from '../components/toasts/toasts.tsx'
import type { BoardSwitch } from './board-switch.ts'

const KeyDialog = lazy(async () => ({
  default: (await import('../components/dialogs/key-dialog.tsx')).KeyDialog,
}))

/** The whole page around the board that is shown. */
export function App({ boards }: { boards: BoardSwitch }) {
  const board = useStore(boards.store, state => state.board)
  const asksForKey = useStore(keyDialog, state => state.open)
  if (board === undefined) return <WaitingBand />
  return (
    <BoardContext value={board}>
      <QueryClientProvider client={board.queryClient}>
        <DemoBanner onLeave={boards.showLive} />
        <Band />
        <AccountBanner />
        <LostBanner />
        <StorageBanner />
        <BoardPage onDemo={boards.showDemo} />
        <Toasts />
        {asksForKey && (
          <Suspense>
            <KeyDialog onClose={closeKeyDialog} />
          </Suspense>
        )}
      </QueryClientProvider>
    </BoardContext>
  )
}

/** What stands for the moment in which it is not known yet which board to show. */
function WaitingBand() {
  return (
    <header className="bg-band text-band-ink">
      <div className="mx-auto flex min-h-36 max-w-400 items-start px-4 pt-3.5 md:px-7">
        <Brand />
      </div>
    </header>
  )
}
