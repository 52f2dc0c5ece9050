import type { MouseEvent } from 'react'
import { createStore } from 'zustand/vanilla'
import { chooseAll, emptySelection, extendTo, release, relist, toggle } from '../../domain/selection.ts'

/** The id of the button that tags the selection, for the key that presses it. */
export const TAG_SELECTION = 'tag-selection'

/** What the list shows and which of it is chosen. */
export const selectionStore = createStore(() => emptySelection)

/** Whether a touch on a rental chooses it in place of opening it. */
export const pickingStore = createStore(() => ({ isOn: false }))

/** Fingers have no Ctrl key: with this they choose until it is left. */
export function togglePicking(): void {
  if (pickingStore.getState().isOn) releaseAll()
  else pickingStore.setState({ isOn: true })
}

/** The list shows these rentals now, in this order. */
export function showInList(tokens: readonly string[]): void {
  selectionStore.setState(selection => relist(selection, tokens))
}

/** Chooses or releases the rental; as a range, everything from the one before to it. */
export function choose(token: string, asRange: boolean): void {
  selectionStore.setState(selection => (asRange ? extendTo(selection, token) : toggle(selection, token)))
}

/** Chooses everything that the list shows. */
export function chooseEverything(): void {
  selectionStore.setState(chooseAll)
}

/** Releases everything, and leaves off choosing. */
export function releaseAll(): void {
  selectionStore.setState(release)
  pickingStore.setState({ isOn: false })
}

/** With Ctrl, Cmd or Shift held, or while picking, a click on a rental's link chooses it in place of opening it. */
export function selectInstead(event: MouseEvent, token: string): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (isPlain && !pickingStore.getState().isOn) return
  event.preventDefault()
  choose(token, event.shiftKey)
}
