import { Euro, List, Map as MapIcon, Plus, X } from 'lucide'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useBoard, useSelection, useTracked } from '../board/board-context.ts'
import { useSelectedToken, useSharedPart, useView, type ViewName, viewAddresses } from '../board/routes.ts'
import { AddForm } from '../features/add/add-form.tsx'
import { LIST_TOOLS_ID } from '../features/list/list-heads.tsx'
import { ListTools } from '../features/list/list-tools.tsx'
import { RentalList } from '../features/list/rental-list.tsx'
import { SearchField } from '../features/list/search-field.tsx'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { COMPACT_SCREEN, useMedia } from '../ui/use-media.ts'

const PageShortcuts = lazyPart(() => import('./page-shortcuts.tsx'), 'PageShortcuts')
const PrintHead = lazyPart(() => import('../features/print/print-head.tsx'), 'PrintHead')
const SharedImport = lazyPart(() => import('../features/add/shared-import.tsx'), 'SharedImport')
const DetailPanel = lazyPart(() => import('../features/detail/detail-panel.tsx'), 'DetailPanel')

const SelectionBar = lazyPart(() => import('../features/list/selection-bar.tsx'), 'SelectionBar')

const MapView = lazyPart(() => import('../features/map/map-view.tsx'), 'MapView')
const CostsView = lazyPart(() => import('../features/costs/costs-view.tsx'), 'CostsView')

/** Of the part of the page that the skip link leads to. */
export const MAIN_ID = 'main'

export function BoardPage({ onDemo }: { onDemo: () => void }) {
  const view = useView()
  const shared = useSharedPart()
  const isEmpty = useTracked(({ rentals }) => rentals.size === 0)
  const selected = useSelectedToken()
  const isOpen = useTracked(({ rentals }) => selected !== undefined && rentals.has(selected))
  const isSelecting = useSelection(({ selected }) => selected.size > 0)
  return (
    <div
      className={`mx-auto grid max-w-400 items-start gap-6 px-4 py-1 pb-20 sm:px-7 sm:pt-2 compact:pt-0 ${isOpen ? 'panel:grid-cols-[minmax(0,1fr)_clamp(24rem,30vw,27rem)]' : ''}`}
    >
      <main id={MAIN_ID} tabIndex={-1} className="min-w-0 outline-none">
        <PrintHead />
        {shared !== undefined && <SharedImport key={shared} part={shared} />}
        <div id={LIST_TOOLS_ID} className="list-tools flex flex-wrap gap-x-4 gap-y-2 py-2 print:hidden">
          {shared === undefined && <PasteField isEmpty={isEmpty} isCovered={isSelecting} />}
          {!isEmpty && (
            <div className="flex min-w-0 flex-[1_1_26rem] flex-wrap items-start gap-x-2.5 gap-y-2">
              <SearchField />
              <ViewsNav />
            </div>
          )}
          {!isEmpty && <ListTools />}
        </div>
        {isEmpty ? (
          shared === undefined && <EmptyBoard onDemo={onDemo} />
        ) : (
          <>
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

type PasteFieldProps = {
  isEmpty: boolean
  /** Something else stands where the button would. */
  isCovered: boolean
}

/** On a compact screen with rentals on it, the field waits behind a button. */
function PasteField({ isEmpty, isCovered }: PasteFieldProps) {
  const { t } = useI18n()
  const isCompact = useMedia(COMPACT_SCREEN)
  const [isOpen, setIsOpen] = useState(isEmpty)
  const frame = useRef<HTMLDivElement>(null)
  if (isEmpty && !isOpen) setIsOpen(true)
  const isHidden = isCompact && !isOpen

  function open() {
    // Phones show their keyboard for a field that takes the focus during the press itself.
    flushSync(() => setIsOpen(true))
    frame.current?.querySelector('textarea')?.focus()
  }

  return (
    <>
      <div
        ref={frame}
        className={`flex min-w-0 flex-[1_1_26rem] items-start gap-2 *:first:min-w-0 *:first:flex-1 has-data-preview:basis-full ${isHidden ? 'hidden' : ''}`}
      >
        <AddForm />
        {isCompact && !isEmpty && (
          <Button icon={X} words={t.close} className="button-icon" onClick={() => setIsOpen(false)} />
        )}
      </div>
      {isHidden && !isCovered && (
        <button
          type="button"
          aria-label={t.add.open}
          title={t.add.open}
          onClick={open}
          className="button button-main sm:min-h-10 max-sm:fixed max-sm:right-4 max-sm:bottom-[calc(1rem+env(safe-area-inset-bottom))] max-sm:z-20 max-sm:size-14 max-sm:rounded-xl max-sm:shadow-[0_4px_16px_rgb(0_0_0/0.3)]"
        >
          <Icon of={Plus} className="max-sm:size-6" />
        </button>
      )}
    </>
  )
}

const icons = { list: List, map: MapIcon, costs: Euro }
const views: readonly ViewName[] = ['list', 'map', 'costs']

function ViewsNav() {
  const { t } = useI18n()
  const current = useView()
  return (
    <nav aria-label={t.views.label} className="segments">
      {views.map(view => (
        <a
          key={view}
          href={viewAddresses[view]}
          aria-current={view === current ? 'page' : undefined}
          className="button"
        >
          <Icon of={icons[view]} className="size-4 max-sm:hidden" />
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
