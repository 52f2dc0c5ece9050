import { useStore } from 'zustand'
import { AddForm } from './add/add-form.tsx'
import { useBoard } from './board-context.ts'
import { lazyPart } from './lazy-part.tsx'
import { EmptyBoard } from './list/empty-board.tsx'
import { ListTools } from './list/list-tools.tsx'
import { RentalList } from './list/rental-list.tsx'
import { selectionStore } from './list/selection-store.ts'
import { useSelectedToken, useSharedPart, useView } from './routes.ts'
import { ViewsNav } from './views-nav.tsx'

const PageShortcuts = lazyPart(async () => (await import('./page-shortcuts.tsx')).PageShortcuts)
const PrintHead = lazyPart(async () => (await import('./print/print-head.tsx')).PrintHead)
const SharedImport = lazyPart(async () => (await import('./add/shared-import.tsx')).SharedImport)
const DetailPanel = lazyPart(async () => (await import('./detail/detail-panel.tsx')).DetailPanel)

const SelectionBar = lazyPart(async () => (await import('./list/selection-bar.tsx')).SelectionBar)

const MapView = lazyPart(async () => (await import('./map/map-view.tsx')).MapView)
const CostsView = lazyPart(async () => (await import('./costs/costs-view.tsx')).CostsView)

/** Below the header: the field that adds rentals, the list, and the detail of the one that the address names. */
export function BoardPage({ onDemo }: { onDemo: () => void }) {
  const { tracked } = useBoard()
  const view = useView()
  const shared = useSharedPart()
  const isEmpty = useStore(tracked.state, ({ rentals }) => rentals.size === 0)
  const selected = useSelectedToken()
  const isOpen = useStore(tracked.state, ({ rentals }) => selected !== undefined && rentals.has(selected))
  const isSelecting = useStore(selectionStore, ({ selected }) => selected.size > 0)
  return (
    <div
      className={`mx-auto grid max-w-400 items-start gap-6 px-4 py-4 pb-16 sm:py-5 sm:px-7 ${isOpen ? 'panel:grid-cols-[minmax(0,1fr)_clamp(24rem,30vw,27rem)]' : ''}`}
    >
      <main className="min-w-0">
        <PrintHead />
        {shared === undefined ? <AddForm /> : <SharedImport key={shared} part={shared} />}
        {isEmpty ? (
          shared === undefined && <EmptyBoard onDemo={onDemo} />
        ) : (
          <>
            <div className="mt-3 flex sm:mt-4 flex-wrap gap-x-2 gap-y-2 sm:gap-x-4 print:hidden">
              <ViewsNav />
              <ListTools />
            </div>
            {view === 'list' && <RentalList />}
            {view === 'map' && <MapView />}
            {view === 'costs' && <CostsView />}
          </>
        )}
        {isSelecting && <SelectionBar />}
        <PageShortcuts isDetailOpen={isOpen} />
      </main>
      {isOpen && selected !== undefined && <DetailPanel token={selected} />}
    </div>
  )
}
