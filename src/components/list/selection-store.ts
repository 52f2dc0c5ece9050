import type { MouseEvent } from 'react'
import { createStore } from 'zustand/vanilla'
import { deselect, emptySelection, selectAll, selectRange, setItems, toggle } from '../../domain/selection.ts'

/** The id of the button that tags the selection, for the key that presses it. */
export const TAG_SELECTION_ID = 'tag-selection'

/** What the list shows and which of it is selected. */
export const selectionStore = createStore(() => emptySelection)

/** Whether a touch on a rental chooses it in place of opening it. */
export const selectionModeStore = createStore(() => ({ isOn: false }))

/** Fingers have no Ctrl key: with this they choose until it is left. */
export function toggleSelectionMode(): void {
  if (selectionModeStore.getState().isOn) clearSelection()
  else selectionModeStore.setState({ isOn: true })
}

/** The list shows these rentals now, in this order. */
export function showInList(tokens: readonly string[]): void {
  selectionStore.setState(selection => setItems(selection, tokens))
}

/** Chooses or releases the rental; as a range, everything from the one before to it. */
export function select(token: string, asRange: boolean): void {
  selectionStore.setState(selection => (asRange ? selectRange(selection, token) : toggle(selection, token)))
}

/** Chooses everything that the list shows. */
export function selectEverything(): void {
  selectionStore.setState(selectAll)
}

/** Releases everything, and leaves off choosing. */
export function clearSelection(): void {
  selectionStore.setState(deselect)
  selectionModeStore.setState({ isOn: false })
}

/** With Ctrl, Cmd or Shift held, or while picking, a click on a rental's link chooses it in place of opening it. */
export function selectInstead(event: MouseEvent, token: string): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (isPlain && !selectionModeStore.getState().isOn) return
  event.preventDefault()
  select(token, event.shiftKey)
}
