import { Euro, List, Map as MapIcon } from 'lucide'
import { useStore } from 'zustand'
import { useBoard } from '../board/board-context.ts'
import { useSelectedToken, useSharedPart, useView, type ViewName, viewAddresses } from '../board/routes.ts'
import { AddForm } from '../features/add/add-form.tsx'
import { LIST_TOOLS_ID } from '../features/list/list-heads.tsx'
import { ListTools } from '../features/list/list-tools.tsx'
import { RentalList } from '../features/list/rental-list.tsx'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'

const PageShortcuts = lazyPart(() => import('./page-shortcuts.tsx'), 'PageShortcuts')
const PrintHead = lazyPart(() => import('../features/print/print-head.tsx'), 'PrintHead')
const SharedImport = lazyPart(() => import('../features/add/shared-import.tsx'), 'SharedImport')
const DetailPanel = lazyPart(() => import('../features/detail/detail-panel.tsx'), 'DetailPanel')

const SelectionBar = lazyPart(() => import('../features/list/selection-bar.tsx'), 'SelectionBar')

const MapView = lazyPart(() => import('../features/map/map-view.tsx'), 'MapView')
const CostsView = lazyPart(() => import('../features/costs/costs-view.tsx'), 'CostsView')

export function BoardPage({ onDemo }: { onDemo: () => void }) {
  const { tracked, selection } = useBoard()
  const view = useView()
  const shared = useSharedPart()
  const isEmpty = useStore(tracked.state, ({ rentals }) => rentals.size === 0)
  const selected = useSelectedToken()
  const isOpen = useStore(tracked.state, ({ rentals }) => selected !== undefined && rentals.has(selected))
  const isSelecting = useStore(selection.state, ({ selected }) => selected.size > 0)
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
            <div
              id={LIST_TOOLS_ID}
              className="list-tools mt-1 flex flex-wrap gap-x-2 gap-y-2 py-2 sm:mt-2 sm:gap-x-4 print:hidden"
            >
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

const icons = { list: List, map: MapIcon, costs: Euro }
const views: readonly ViewName[] = ['list', 'map', 'costs']

function ViewsNav() {
  const { t } = useI18n()
  const current = useView()
  return (
    <nav aria-label={t.views.label} className="flex gap-1 sm:gap-1.5">
      {views.map(view => (
        <a
          key={view}
          href={viewAddresses[view]}
          aria-current={view === current ? 'page' : undefined}
          className="button max-sm:px-2.5 aria-[current=page]:border-ink aria-[current=page]:font-semibold"
        >
          <Icon of={icons[view]} className="size-4 max-[22.5rem]:hidden" />
          <span>{t.views[view]}</span>
        </a>
      ))}
    </nav>
  )
}

function EmptyBoard({ onDemo }: { onDemo: () => void }) {
  const { t } = useI18n()
  const { isDemo } = useBoard()
  return (
    <section className="mt-4 rounded-xl border border-line border-dashed px-6 py-16 text-center">
      <h2 className="font-semibold text-xl tracking-tight">{t.list.emptyTitle}</h2>
      <p className="mx-auto mt-2 max-w-prose text-balance text-muted">{t.list.emptyText}</p>
      {!isDemo && <Button words={t.list.emptyDemo} className="mt-6" onClick={onDemo} />}
    </section>
  )
}
