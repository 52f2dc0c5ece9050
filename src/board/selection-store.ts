import type { MouseEvent } from 'react'
import { createStore } from 'zustand/vanilla'
import { deselect, emptySelection, selectAll, selectRange, setItems, toggle } from '../rentals/selection.ts'

/** For the shortcut that presses the button. */
export const TAG_SELECTION_ID = 'tag-selection'

export const selectionStore = createStore(() => emptySelection)

/** In selection mode a touch on a rental selects it, as Ctrl and a click do. */
export const selectionModeStore = createStore(() => ({ isOn: false }))

export function toggleSelectionMode(): void {
  if (selectionModeStore.getState().isOn) clearSelection()
  else selectionModeStore.setState({ isOn: true })
}

export function showInList(tokens: readonly string[]): void {
  selectionStore.setState(selection => setItems(selection, tokens))
}

/** As a range, everything from the last one toggled up to it. */
export function select(token: string, asRange: boolean): void {
  selectionStore.setState(selection => (asRange ? selectRange(selection, token) : toggle(selection, token)))
}

export function selectEverything(): void {
  selectionStore.setState(selectAll)
}

export function clearSelection(): void {
  selectionStore.setState(deselect)
  selectionModeStore.setState({ isOn: false })
}

/** With Ctrl, Cmd or Shift, or in selection mode, a click on a rental's link selects it and does not open it. */
export function selectInstead(event: MouseEvent, token: string): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (isPlain && !selectionModeStore.getState().isOn) return
  event.preventDefault()
  select(token, event.shiftKey)
}
