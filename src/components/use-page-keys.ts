import { useEffect } from 'react'
import { useBoard } from './board-context.ts'
import { openDialog } from './dialogs/dialog-store.ts'
import { SEARCH_FIELD_ID } from './list/search-field.tsx'
import { clearSelection, selectionModeStore, selectionStore } from './list/selection-store.ts'
import { isShortcutTarget } from './shortcut-target.ts'
import { clearFilter } from './view-store.ts'

/** The keys that act wherever the focus is, fields and dialogs excepted. */
export function usePageKeys({ isDetailOpen }: { isDetailOpen: boolean }): void {
  const { preferences } = useBoard()
  useEffect(() => {
    function act(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || !isShortcutTarget(event)) return
      const { singleKeys } = preferences.state.getState()
      if (event.key === 'Escape' && !isDetailOpen) retreat()
      else if (event.key === '/' && singleKeys) document.getElementById(SEARCH_FIELD_ID)?.focus()
      else if (event.key === '?' && singleKeys) openDialog('shortcuts')
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', act)
    return () => window.removeEventListener('keydown', act)
  }, [isDetailOpen, preferences])
}

/** Lets go of the selection, or else of the filters. */
function retreat() {
  if (selectionStore.getState().selected.size > 0 || selectionModeStore.getState().isOn) clearSelection()
  else clearFilter()
}
