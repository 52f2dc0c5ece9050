import type { MouseEvent } from 'react'
import { createStore } from 'zustand/vanilla'
import * as pure from '../rentals/selection.ts'

/** For the shortcut that presses the button. */
export const TAG_SELECTION_ID = 'tag-selection'

type SelectionState = pure.Selection & {
  /** In selection mode a touch on a rental selects it, as Ctrl and a click do. */
  readonly isMode: boolean
}

export type BoardSelection = ReturnType<typeof createSelection>

/** The rentals of one board that are selected, among those that its list shows. */
export function createSelection() {
  const state = createStore<SelectionState>(() => ({ ...pure.emptySelection, isMode: false }))

  function clear() {
    state.setState(selection => ({ ...pure.deselect(selection), isMode: false }))
  }

  /** As a range, everything from the last one toggled up to it. */
  function select(token: string, asRange: boolean) {
    state.setState(selection =>
      asRange ? pure.selectRange(selection, token) : pure.toggle(selection, token),
    )
  }

  return {
    state,
    clear,
    select,
    selectAll() {
      state.setState(pure.selectAll)
    },
    toggleMode() {
      if (state.getState().isMode) clear()
      else state.setState({ isMode: true })
    },
    setListed(tokens: readonly string[]) {
      state.setState(selection => pure.setItems(selection, tokens))
    },
    /** With Ctrl, Cmd or Shift, or in selection mode, a click on a rental's link selects it and does not open it. */
    selectInstead(event: MouseEvent, token: string) {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (isPlain && !state.getState().isMode) return
      event.preventDefault()
      select(token, event.shiftKey)
    },
  }
}
