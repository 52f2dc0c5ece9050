import { useStore } from 'zustand'
import { late } from './late.ts'
import { selectionStore } from './list/selection-store.ts'
import { usePageKeys } from './use-page-keys.ts'

const SelectionBar = late(async () => (await import('./list/selection-bar.tsx')).SelectionBar)

/** What the page can do besides what it shows: its keys, and the bar for the rentals that are selected. */
export function PageShortcuts({ isDetailOpen }: { isDetailOpen: boolean }) {
  usePageKeys({ isDetailOpen })
  const isSelecting = useStore(selectionStore, ({ selected }) => selected.size > 0)
  return isSelecting ? <SelectionBar /> : null
}
